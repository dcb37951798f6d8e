/**
 * How far observers agree beyond chance: 1 is always, 0 as if they drew lots. Each unit says how many of its observers gave each answer; those of
 * one observer count for nothing. Null where it is not defined: nothing to compare, or one answer in all. Nominal data, by Krippendorff (2011),
 * "Computing Krippendorff's Alpha-Reliability": α = 1 − Do / De from the coincidences of pairs.
 */
export function krippendorffAlpha(units: number[][]): number | null {
  const compared = units.filter((counts) => sumOf(counts) >= 2);
  const width = Math.max(0, ...compared.map((counts) => counts.length));
  const totals = Array.from({ length: width }, (_, answer) => sumOf(compared.map((counts) => counts[answer] ?? 0)));
  const values = sumOf(totals);
  if (values < 2) return null;
  const alike = sumOf(compared.map((counts) => pairsOf(counts) / (sumOf(counts) - 1)));
  const expected = 1 - pairsOf(totals) / (values * (values - 1));
  return expected === 0 ? null : 1 - (1 - alike / values) / expected;
}

/** The share of pairs of observers that gave the same answer, of all pairs; null without any. */
export function pairAgreement(units: number[][]): number | null {
  const all = sumOf(units.map((counts) => sumOf(counts) * (sumOf(counts) - 1)));
  return all === 0 ? null : sumOf(units.map(pairsOf)) / all;
}

/** Ordered pairs of the same answer. */
function pairsOf(counts: number[]): number {
  return sumOf(counts.map((count) => count * (count - 1)));
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
