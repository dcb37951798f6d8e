import type { RecordingStatus } from "@/db/enums";
import type { CallFacts } from "./delivery-reading";

/** A call as reception reads and writes it: the columns that deliveries decide. */
export type CallRow = CallFacts & {
  id: string;
  identityKey: string;
  factsKey: string | null;
  externalId: string;
  recordingStatus: RecordingStatus;
};
