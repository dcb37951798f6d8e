import { v7 } from "uuid";
import { sqlClient } from "@/db/client";
import { ClaimLost } from "@/lib/claims/keep-claim";
import { holdOperator } from "@/lib/operators/operator-locks";
import { recordOperator } from "@/lib/operators/record-operator";
import { recordingKey, storage } from "@/lib/storage/storage";
import { type OpenedTask, openTask } from "@/lib/tasks/open-task";
import { type AttemptEvidence, AttemptFailure } from "../attempt-failure";
import type { DownloadedFile } from "../downloading/download-to-file";
import type { AudioFile } from "../inspect-download";
import { keepRecordingFile } from "../retention/keep-recording-file";
import type { ClaimedCall } from "./claim-call";

type StoredAttemptInput = {
  claim: ClaimedCall;
  token: Date;
  startedAt: Date;
  evidence: AttemptEvidence;
  file: DownloadedFile;
  audio: AudioFile;
};

/**
 * Writes the attempt that brought the recording, the recording, the call's new state and its task in one commit: there is no moment at which
 * a crash leaves a recording without its task. Throws ClaimLost, having written nothing, when the call is no longer ours, and AttemptFailure
 * when retention has removed the same bytes, which another recording had left behind, since this one's were put into storage.
 */
export async function recordStoredAttempt(input: StoredAttemptInput): Promise<{ recordingId: string } & OpenedTask> {
  const { claim, token, startedAt, evidence, file, audio } = input;
  const operator = await recordOperator({ name: claim.operatorName });
  return sqlClient.begin(async (transaction) => {
    // Asked once more, since the operator may have been merged into another since.
    const operatorId = operator && (await holdOperator({ transaction, name: claim.operatorName }));
    await keepRecordingFile({ transaction, sha256: file.sha256 });
    const [saved] = await transaction<{ recordingId: string; mayBeRemoved: boolean }[]>`
      with moved as (
        update calls set recording_status = 'stored', recording_failure = null, recording_attempt_count = ${claim.failedAttemptCount + 1},
          next_attempt_at = null, claimed_until = null, updated_at = now()
        where id = ${claim.callId} and claimed_until = ${token} and recording_status = 'pending' returning id
      ), attempt as (
        insert into recording_attempts (id, call_id, started_at, duration_ms, outcome, reason, detail, url, remote_address, http_status,
          content_type, looked_like, received_bytes)
        select ${v7()}, id, ${startedAt}, ${Date.now() - startedAt.getTime()}, 'stored', 'stored', ${`Stored as ${audio.lookedLike}.`},
          ${evidence.url}, ${evidence.remoteAddress}, ${evidence.httpStatus}, ${evidence.contentType}, ${audio.lookedLike},
          ${evidence.receivedBytes}
        from moved
      )
      insert into recordings (id, call_id, sha256, size_bytes, media_type, duration_seconds, channel_count, sample_rate_hz, is_partial,
        loudness_db, silence_ratio)
      select ${v7()}, id, ${file.sha256}, ${file.sizeBytes}, ${audio.mediaType}, ${audio.durationSeconds}, ${audio.channelCount},
        ${audio.sampleRateHz}, ${audio.isPartial}, ${audio.loudnessDb}, ${audio.silenceRatio}
      from moved on conflict (call_id, sha256) do update set is_partial = excluded.is_partial, deleted_at = null, file_released_at = null,
        created_at = case when recordings.deleted_at is null then recordings.created_at else now() end
      returning id as "recordingId",
        exists (select 1 from recordings as earlier where earlier.sha256 = ${file.sha256} and earlier.deleted_at is not null) as "mayBeRemoved"`;
    if (!saved) throw new ClaimLost(`call ${claim.callId}`);
    const { recordingId, mayBeRemoved } = saved;
    if (mayBeRemoved && (await storage.stat(recordingKey(file.sha256))) === null) throw removedMeanwhile();
    const task = await openTask({ transaction, callId: claim.callId, recordingId, operatorId });
    return { recordingId, ...task };
  });
}

function removedMeanwhile(): AttemptFailure {
  return new AttemptFailure(
    "retry",
    "storage_failed",
    "An expired recording of the same bytes was removed from storage at the same moment.",
  );
}
