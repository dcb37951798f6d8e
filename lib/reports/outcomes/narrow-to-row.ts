import type { OutcomeBreakdown, OutcomeFilters } from "./outcome-filters";

/** The filters that leave what one row of a report counts. */
export function narrowToRow(
  filters: OutcomeFilters,
  by: OutcomeBreakdown,
  { value, detail }: { value: string; detail: string | null },
): OutcomeFilters {
  if (by === "day") return { ...filters, from: value, to: value };
  if (by === "campaign") return { ...filters, campaignIds: [Number(value)] };
  if (by === "publisherSub") return { ...filters, values: { ...filters.values, publisher: [value], publisherSub: [detail ?? ""] } };
  return { ...filters, values: { ...filters.values, [by]: [value] } };
}
