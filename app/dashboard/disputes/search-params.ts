import { createLoader, createSerializer, type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** Which disputes: those that wait, or those that ended in any way or in one. */
export const SHOWN_DISPUTES = ["open", "closed", "accepted", "rejected", "withdrawn"] as const;

/** What the address of the list of disputes says. */
export const disputeSearchParams = {
  show: parseAsStringLiteral(SHOWN_DISPUTES).withDefault("open"),
  campaign: parseAsInteger,
  operator: parseAsString,
  page: parseAsString.withDefault(""),
};

export type DisputeSearchParams = inferParserType<typeof disputeSearchParams>;

export const loadDisputeSearchParams = createLoader(disputeSearchParams);
export const disputeListHref = createSerializer(disputeSearchParams);
