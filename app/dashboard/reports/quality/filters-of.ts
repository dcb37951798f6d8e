import { validate } from "uuid";
import type { QualityFilters } from "@/lib/reports/quality/quality-filters";
import { rangeOf } from "../range-of";
import type { QualityFilterParams } from "./search-params";

const MAX_INTEGER = 2_147_483_647;
const MAX_VALUES = 100;

/** The filters that the address asks for. What makes no sense narrows nothing. */
export function filtersOf(params: QualityFilterParams): QualityFilters {
  const idsOf = (id: string) => (validate(id) ? [id] : []);
  return {
    ...rangeOf(params),
    campaignIds: params.campaign.filter((id) => id > 0 && id <= MAX_INTEGER).slice(0, MAX_VALUES),
    operatorIds: idsOf(params.operator),
    auditorIds: idsOf(params.auditor),
    versionIds: idsOf(params.version),
    by: params.maker,
    channel: params.channel,
  };
}
