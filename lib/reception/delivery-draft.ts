import type { Source, Verdict } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import type { ReceivedCall } from "./delivery-reading";

/** A delivery before it is written. One that names a call gets its verdict in the commit, since only the database knows the call. */
export type DeliveryDraft = {
  /** Receipt: a uuid v7. */
  id: string;
  receivedAt: Date;
  source: Source;
  eventKind: string;
  campaignId: number | null;
  callKey: string | null;
  apiKeyId: string | null;
  remoteAddress: string;
  contentType: string;
  /** Without secrets. */
  headers: Record<string, string>;
  raw: Buffer;
  problems: DeliveryProblem[];
  warnings: DeliveryProblem[];
  replayOf: string | null;
} & ({ call: ReceivedCall } | { call: null; verdict: Verdict; reason: string; responseStatus: number });

/** What the sender is told, once the delivery is committed. */
export type Receipt = { receiptId: string; verdict: Verdict; reason: string; callId: string | null };

/** A delivery with its verdict, as it is written. */
export type SettledDelivery = { draft: DeliveryDraft; receipt: Receipt; responseStatus: number };
