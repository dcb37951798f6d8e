import { inSeededOrder } from "./seeded-order";

type ShareEquallyInput = {
  /** How many each has to give. */
  sizes: ReadonlyMap<string, number>;
  count: number;
  /** Decides who gives one more where it does not come out even. */
  seed: string;
};

/**
 * How many each gives so that it is `count` in all, or everything where there is less: as equal as can be. Of those who have enough no two
 * differ by more than one.
 */
export function shareEqually({ sizes, count, seed }: ShareEquallyInput): Map<string, number> {
  const level = levelOf([...sizes.values()], count);
  const shares = new Map([...sizes].map(([name, size]) => [name, Math.min(size, level)]));
  const rest = Math.max(count, 0) - [...shares.values()].reduce((sum, share) => sum + share, 0);
  const withMore = [...sizes].filter(([, size]) => size > level).map(([name]) => name);
  for (const name of inSeededOrder(withMore, seed, (one) => one).slice(0, rest)) shares.set(name, level + 1);
  return shares;
}

/** The highest number that everybody can give, as far as they have it, without giving more than `count` together. */
function levelOf(sizes: number[], count: number): number {
  let [left, level] = [Math.max(count, 0), 0];
  const ascending = sizes.toSorted((one, other) => one - other);
  for (const [index, size] of ascending.entries()) {
    const givers = ascending.length - index;
    if ((size - level) * givers > left) return level + Math.floor(left / givers);
    left -= (size - level) * givers;
    level = size;
  }
  return level;
}
