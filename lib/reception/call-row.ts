import type { Direction, RecordingStatus, Source } from "@/db/enums";

/** A call as reception reads and writes it: the columns that deliveries decide. */
export type CallRow = {
  id: string;
  campaignId: number;
  source: Source;
  identityKey: string;
  factsKey: string | null;
  externalId: string;
  direction: Direction;
  startedAt: Date;
  calling: string;
  called: string;
  callingNormalized: string;
  calledNormalized: string;
  disposition: string;
  durationSeconds: number;
  billableSeconds: number;
  extension: string;
  operatorName: string;
  isEnded: boolean;
  recordingStatus: RecordingStatus;
  recordingUrl: string | null;
};
