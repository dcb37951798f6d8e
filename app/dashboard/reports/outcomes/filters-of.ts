import { OUTCOME_FIELDS, type OutcomeFilters } from "@/lib/reports/outcomes/outcome-filters";
import { rangeOf } from "../range-of";
import type { OutcomeFilterParams } from "./search-params";

const MAX_INTEGER = 2_147_483_647;
/** Of one field; an address is not longer. */
const MAX_VALUES = 100;

/** The filters that the address asks for. What makes no sense narrows nothing. */
export function filtersOf(params: OutcomeFilterParams): OutcomeFilters {
  return {
    ...rangeOf(params),
    campaignIds: params.campaign.filter((id) => id > 0 && id <= MAX_INTEGER),
    values: Object.fromEntries(
      OUTCOME_FIELDS.filter((field) => params[field].length > 0).map((field) => [
        field,
        params[field].slice(0, MAX_VALUES).map((value) => value.replaceAll("\0", "")),
      ]),
    ),
    isWithoutDuplicates: params.unique,
  };
}
