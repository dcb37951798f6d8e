import { parseAbsolute, parseDate, toCalendarDate } from "@internationalized/date";
import { env } from "@/lib/env";
import { OUTCOME_FIELDS, type OutcomeFilters } from "@/lib/reports/outcomes/outcome-filters";
import type { OutcomeFilterParams } from "./search-params";

const MAX_INTEGER = 2_147_483_647;
const USUAL_DAYS = 30;
const MAX_YEARS = 10;
/** Of one field; an address is not longer. */
const MAX_VALUES = 100;

/** The filters that the address asks for. What makes no sense narrows nothing; a range that is open, turned round or endless is mended. */
export function filtersOf(params: OutcomeFilterParams, now = new Date()): OutcomeFilters {
  const today = toCalendarDate(parseAbsolute(now.toISOString(), env.TIME_ZONE));
  const wantedFrom = dateOf(params.from);
  const to = dateOf(params.to) ?? (wantedFrom && wantedFrom.compare(today) > 0 ? wantedFrom : today);
  const earliest = to.subtract({ years: MAX_YEARS });
  const from = wantedFrom ?? to.subtract({ days: USUAL_DAYS - 1 });
  const bounded = from.compare(to) > 0 ? to : from.compare(earliest) < 0 ? earliest : from;
  return {
    campaignIds: params.campaign.filter((id) => id > 0 && id <= MAX_INTEGER),
    from: bounded.toString(),
    to: to.toString(),
    values: Object.fromEntries(
      OUTCOME_FIELDS.filter((field) => params[field].length > 0).map((field) => [
        field,
        params[field].slice(0, MAX_VALUES).map((value) => value.replaceAll("\0", "")),
      ]),
    ),
    isWithoutDuplicates: params.unique,
  };
}

function dateOf(text: string) {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}
