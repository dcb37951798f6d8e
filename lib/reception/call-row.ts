import type { RecordingStatus } from "@/db/enums";
import type { OutcomeStanding } from "@/db/schema";
import type { OutcomeValues } from "@/lib/calls/outcome-values";
import type { CallFacts } from "./delivery-reading";

/** A call as reception reads and writes it: the columns that deliveries decide. */
export type CallRow = CallFacts & {
  id: string;
  identityKey: string;
  factsKey: string | null;
  externalId: string;
  recordingStatus: RecordingStatus;
  /** Of a pay-per-call call, as merged from its deliveries so far. */
  outcome: KnownOutcome | null;
};

export type KnownOutcome = { connectionId: string; values: OutcomeValues; standing: OutcomeStanding };
