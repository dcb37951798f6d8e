import { randomBytes } from "node:crypto";
import { db, sqlClient } from "@/db/client";
import { calls, recordings } from "@/db/schema";
import { openTask } from "@/lib/tasks/open-task";
import { holdOperator } from "../operator-locks";
import { recordOperator } from "../record-operator";

type TakeInCallInput = {
  campaignId: number;
  operatorName: string;
  /** Runs once the operator was found by the name, before anything is written: what may happen in between. */
  onFound?: (operatorId: string | null) => Promise<void>;
};

/** A call under an operator's name, taken in as lib/recordings does it: the name is looked up, and then the task is written. */
export async function takeInCall({
  campaignId,
  operatorName,
  onFound,
}: TakeInCallInput): Promise<{ callId: string; taskId: string | null }> {
  const mark = randomBytes(8).toString("hex");
  const [call] = await db
    .insert(calls)
    .values({
      ...{ campaignId, operatorName, source: "anura", direction: "inbound", startedAt: new Date("2026-11-20T15:00:00Z") },
      ...{ identityKey: `id:${mark}`, externalId: mark, calling: "1140001234", called: "08001234", extension: "201" },
      ...{
        callingNormalized: "1140001234",
        calledNormalized: "08001234",
        disposition: "ANSWERED",
        durationSeconds: 60,
        billableSeconds: 60,
      },
      ...{ isEnded: true, recordingStatus: "stored", recordingUrl: `https://recordings.example.com/${mark}.mp3` },
    })
    .returning({ id: calls.id });
  const callId = call?.id ?? "";
  const [recording] = await db
    .insert(recordings)
    .values({
      ...{
        callId,
        sha256: mark.repeat(4),
        sizeBytes: 1,
        mediaType: "audio/mpeg",
        durationSeconds: 60,
        channelCount: 1,
        sampleRateHz: 8000,
      },
      ...{ isPartial: false, silenceRatio: 0.1 },
    })
    .returning({ id: recordings.id });
  const found = await recordOperator({ name: operatorName });
  await onFound?.(found?.operatorId ?? null);
  return sqlClient.begin(async (transaction) => {
    const operatorId = found && (await holdOperator({ transaction, name: operatorName }));
    return { callId, ...(await openTask({ transaction, callId, recordingId: recording?.id ?? "", operatorId })) };
  });
}
