import { parseDate, startOfMonth } from "@internationalized/date";
import type { QualityGrain } from "./quality-filters";

/** Days, both included. */
export type QualitySpan = { from: string; to: string };

/** The days, weeks or months that a range of days has part in, in their order; what begins or ends outside of it is cut. */
export function spansOf(grain: QualityGrain, { from, to }: QualitySpan): QualitySpan[] {
  const last = parseDate(to);
  const spans: QualitySpan[] = [];
  for (let start = parseDate(from); start.compare(last) <= 0; ) {
    const next = nextOf(grain, start);
    const end = next.subtract({ days: 1 });
    spans.push({ from: start.toString(), to: (end.compare(last) < 0 ? end : last).toString() });
    start = next;
  }
  return spans;
}

/** The grain by which a range has some twenty to sixty points. */
export function grainOf({ from, to }: QualitySpan): QualityGrain {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return days <= 45 ? "day" : days <= 300 ? "week" : "month";
}

function nextOf(grain: QualityGrain, start: ReturnType<typeof parseDate>) {
  if (grain === "day") return start.add({ days: 1 });
  if (grain === "month") return startOfMonth(start).add({ months: 1 });
  // 1970-01-05 was a Monday.
  const sinceMonday = Math.floor(start.toDate("UTC").getTime() / 86_400_000 + 3) % 7;
  return start.add({ days: 7 - sinceMonday });
}
