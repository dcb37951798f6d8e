import type { CallEnder } from "@/db/enums";

/** The values of a pay-per-call outcome by kind, as `call_outcomes` has them. An empty text and null mean that the platform said nothing. */
export const OUTCOME_TEXTS = [
  "externalCampaignId",
  "externalCampaignName",
  "campaignTrackingId",
  "buyerName",
  "targetName",
  "targetSubId",
  "publisherName",
  "publisherSubId",
  "subsource",
  "vertical",
  "state",
  "zipCode",
  "branchName",
  "dataSource",
  "referrerUrl",
  "clientId",
  "clientLeadId",
] as const;
export const OUTCOME_FLAGS = ["converted", "isDuplicate"] as const;
export const OUTCOME_SECONDS = ["durationSeconds", "connectedSeconds", "secondsToCall", "secondsToConnect"] as const;
/** Decimal texts with four places, exact. */
export const OUTCOME_AMOUNTS = ["revenue", "cost", "payout", "saleAmount", "saleCount"] as const;

export type OutcomeText = (typeof OUTCOME_TEXTS)[number];
export type OutcomeAmount = (typeof OUTCOME_AMOUNTS)[number];

export type OutcomeValues = Record<OutcomeText, string> &
  Record<(typeof OUTCOME_FLAGS)[number], boolean | null> &
  Record<(typeof OUTCOME_SECONDS)[number], number | null> &
  Record<OutcomeAmount, string | null> & { endedBy: CallEnder | null };

export type OutcomeField = keyof OutcomeValues;

export const OUTCOME_FIELDS: readonly OutcomeField[] = [
  ...OUTCOME_TEXTS,
  ...OUTCOME_FLAGS,
  ...OUTCOME_SECONDS,
  ...OUTCOME_AMOUNTS,
  "endedBy",
];
