import { createLoader, createSerializer, parseAsNumberLiteral, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { MISSING_RECORDING_STATUSES } from "@/lib/calls/missing-recording-statuses";
import { PAGE_SIZES } from "@/lib/page-sizes";

const callsSearchParams = {
  status: parseAsStringLiteral(MISSING_RECORDING_STATUSES).withDefault("unavailable"),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  after: parseAsString,
  before: parseAsString,
};

export const loadCallsSearchParams = createLoader(callsSearchParams);
export const callsHref = createSerializer(callsSearchParams);
