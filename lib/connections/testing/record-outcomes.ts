import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { db } from "@/db/client";
import { callOutcomes, calls } from "@/db/schema";

type OutcomeRow = typeof callOutcomes.$inferInsert;
type CallRow = typeof calls.$inferInsert;

type RecordOutcomesInput = {
  connectionId: string;
  campaignId: number;
  /** What each call says; a call that says nothing is empty in every field. */
  outcomes: (Partial<OutcomeRow> & { call?: Partial<CallRow> })[];
};

/** Puts calls of a connection with their outcomes into the database, for tests. */
export async function recordOutcomes({ connectionId, campaignId, outcomes }: RecordOutcomesInput): Promise<void> {
  const rows = outcomes.map(({ call, startedAt = new Date("2026-11-20T12:00:00Z"), ...outcome }) => {
    const id = v7();
    const callRow: CallRow = {
      ...{ id, campaignId, startedAt, source: "aria", identityKey: randomUUID(), externalId: id, direction: "inbound" },
      ...{ calling: "", called: "", callingNormalized: "", calledNormalized: "", disposition: "", durationSeconds: 0, billableSeconds: 0 },
      ...{ extension: "", operatorName: "", isEnded: true, recordingStatus: "none", ...call },
    };
    const outcomeRow: OutcomeRow = { callId: id, connectionId, campaignId, startedAt, standing: { base: "", others: {} }, ...outcome };
    return { callRow, outcomeRow };
  });
  await db.insert(calls).values(rows.map(({ callRow }) => callRow));
  await db.insert(callOutcomes).values(rows.map(({ outcomeRow }) => outcomeRow));
}
