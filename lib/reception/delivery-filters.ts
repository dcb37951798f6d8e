import type { Source, Verdict } from "@/db/enums";

/** What the reception log is narrowed to; what is missing or empty narrows nothing. */
export type DeliveryFilters = {
  verdicts?: Verdict[];
  /** Stable codes. */
  reasons?: string[];
  sources?: Source[];
  campaignIds?: number[];
  apiKeyIds?: string[];
  /** Received at or after. */
  receivedFrom?: Date;
  /** Received before. */
  receivedBefore?: Date;
  /** A receipt, a call's id, `#` and a campaign's number, or the address that it came from; each of them whole. */
  text?: string;
};
