import type { OutcomeMeasures, OutcomeReport, OutcomeRow } from "./get-outcome-report";

export const OUTCOME_COUNTS = ["calls", "duplicates", "connected", "converted", "rate"] as const;
export const OUTCOME_AMOUNTS = ["revenue", "cost", "payout", "margin", "perCall"] as const;
export const OUTCOME_MEASURES = [...OUTCOME_COUNTS, ...OUTCOME_AMOUNTS] as const;
export type OutcomeCount = (typeof OUTCOME_COUNTS)[number];
export type OutcomeAmount = (typeof OUTCOME_AMOUNTS)[number];
export type OutcomeMeasure = (typeof OUTCOME_MEASURES)[number];

export const OUTCOME_SORTS = ["value", ...OUTCOME_MEASURES] as const;
export type OutcomeSort = { key: (typeof OUTCOME_SORTS)[number]; order: "asc" | "desc" };

/** Rows in order: exact for amounts, by name with its numbers as numbers for values, which also settles what is equal. */
export function orderOutcomes(rows: OutcomeReport["rows"], { key, order }: OutcomeSort): OutcomeRow[] {
  const sign = order === "asc" ? 1 : -1;
  const byName = (one: OutcomeRow, other: OutcomeRow) =>
    BY_NAME.compare(one.name ?? one.value, other.name ?? other.value) || BY_NAME.compare(one.detail ?? "", other.detail ?? "");
  if (key === "value") return rows.toSorted((one, other) => sign * byName(one, other));
  return rows.toSorted((one, other) => sign * compareMeasure(one, other, key) || byName(one, other));
}

/** Converted calls by all calls; null without calls. */
export function conversionRate({ calls, converted }: Pick<OutcomeMeasures, "calls" | "converted">): number | null {
  return calls === 0 ? null : converted / calls;
}

/** Whether a measure is an amount of money. */
export function isAmount(measure: OutcomeMeasure): measure is OutcomeAmount {
  return OUTCOME_AMOUNTS.some((amount) => amount === measure);
}

const BY_NAME = new Intl.Collator("en", { numeric: true });

function compareMeasure(one: OutcomeRow, other: OutcomeRow, key: OutcomeMeasure): number {
  if (isAmount(key)) {
    const difference = ten4Of(one.money?.[key]) - ten4Of(other.money?.[key]);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  return key === "rate" ? (conversionRate(one) ?? 0) - (conversionRate(other) ?? 0) : one[key] - other[key];
}

/** A decimal text with four places as a whole number of ten-thousandths. */
function ten4Of(amount: string | null | undefined): bigint {
  return BigInt((amount ?? "0.0000").replace(".", ""));
}
