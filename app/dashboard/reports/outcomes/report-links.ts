import type { SortLink } from "@/components/data-table/data-table";
import type { OutcomeRow } from "@/lib/reports/outcomes/get-outcome-report";
import type { OutcomeBreakdown, OutcomeSubset } from "@/lib/reports/outcomes/outcome-filters";
import type { OutcomeMeasure, OutcomeSort } from "@/lib/reports/outcomes/outcome-order";
import type { OutcomeFilterParams, OutcomeReportParams } from "./search-params";

type Here = (change: Partial<OutcomeReportParams>) => string;

/** What a report is by once it was narrowed to one row: what that row can still differ by. */
export const NEXT_BREAKDOWN: Record<OutcomeBreakdown, OutcomeBreakdown> = {
  day: "hour",
  campaign: "publisher",
  publisher: "publisherSub",
  publisherSub: "day",
  buyer: "target",
  target: "day",
  vertical: "buyer",
  state: "day",
  endedBy: "day",
  hour: "day",
};

/** Which calls are behind a number: of a measure that has no subset, all. */
export const SUBSETS: Partial<Record<OutcomeMeasure | "quality", OutcomeSubset>> = {
  quality: "audited",
  duplicates: "duplicates",
  connected: "connected",
  converted: "converted",
};

/** What the address says of the calls that one row counts, besides what it says already: as lib/reports/outcomes/narrow-to-row.ts. */
export function paramsOfRow(by: OutcomeBreakdown, { value, detail }: Pick<OutcomeRow, "value" | "detail">): Partial<OutcomeFilterParams> {
  if (by === "day") return { from: value, to: value };
  if (by === "campaign") return { campaign: [Number(value)] };
  if (by === "publisherSub") return { publisher: [value], publisherSub: [detail ?? ""] };
  return { [by]: [value] };
}

/** How rows stand: days and hours in their order unless the address says otherwise, all else by calls. */
export function sortOf({ by, sort, order }: OutcomeReportParams): OutcomeSort {
  if (sort !== null) return { key: sort, order };
  return by === "day" || by === "hour" ? { key: "value", order: "asc" } : { key: "calls", order: "desc" };
}

/** Where a header leads: a first press sorts from high to low, the next turns the order round. */
export function sortLinkOf(key: OutcomeSort["key"], params: OutcomeReportParams, here: Here): SortLink {
  const { key: current, order: currentOrder } = sortOf(params);
  const isCurrent = key === current;
  const order = isCurrent && currentOrder === "desc" ? "asc" : "desc";
  return { href: here({ sort: key, order }), direction: isCurrent ? (currentOrder === "desc" ? "descending" : "ascending") : null };
}

const DRAWN = ["calls", "rate", "revenue", "margin"] as const;

/** The measures that are worth a picture, of those that the viewer may know. */
export function chartLinks(measures: readonly OutcomeMeasure[], here: Here) {
  return DRAWN.filter((measure) => measures.includes(measure)).map((measure) => ({ measure, href: here({ chart: measure }) }));
}
