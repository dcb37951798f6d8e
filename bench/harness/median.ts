/** The middle value; of an even number of values, the mean of the two in the middle. Throws when there are none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (high === undefined || low === undefined) throw new Error("There is no median of nothing.");
  return (low + high) / 2;
}
