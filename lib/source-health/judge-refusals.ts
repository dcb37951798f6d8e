/** A test or two that fail are nobody's emergency. */
const MIN_REFUSED = 5;

type Refusals = {
  /** How many deliveries were looked at, and how many of them were refused. */
  recentCount: number;
  refusedCount: number;
};

/** Whether most of what a source sent lately was refused. */
export function judgeRefusals({ recentCount, refusedCount }: Refusals): boolean {
  return refusedCount >= MIN_REFUSED && refusedCount * 2 > recentCount;
}
