import { rm } from "node:fs/promises";
import { sqlClient } from "@/db/client";
import { ClaimLost } from "@/lib/claims/keep-claim";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { isSampleRecordingUrl } from "@/lib/sample-calls/sample-recording-url";
import { peaksKey, recordingKey, storage } from "@/lib/storage/storage";
import { type AttemptEvidence, AttemptFailure } from "./attempt-failure";
import { type ClaimedCall, claimCall } from "./attempts/claim-call";
import { keepCallClaim } from "./attempts/keep-call-claim";
import { recordFailedAttempt } from "./attempts/record-failed-attempt";
import { recordStoredAttempt } from "./attempts/record-stored-attempt";
import { type DownloadedFile, downloadToFile } from "./downloading/download-to-file";
import { type AudioFile, inspectDownload } from "./inspect-download";
import { OUTBOUND_LIMITS, type OutboundLimits } from "./outbound/outbound-limits";

/** Where a call stands after an attempt. Plain JSON. `taskId` null: another call of the same facts has the task of the same audio. */
export type DownloadOutcome =
  | { status: "stored"; recordingId: string; taskId: string | null }
  | { status: "retry"; delaySeconds: number }
  | { status: "unavailable"; reason: string };

type DownloadRecordingInput = { callId: string; limits?: OutboundLimits; leaseSeconds?: number };

/**
 * Makes one attempt to take a call's recording in, if one is due and nobody else makes it, and says what comes next. The schedule is in the
 * database: whoever calls next goes on where the last one stopped. Safe to run at any time, in any number of processes.
 */
export async function downloadRecording({
  callId,
  limits = OUTBOUND_LIMITS,
  leaseSeconds,
}: DownloadRecordingInput): Promise<DownloadOutcome> {
  const claim = await claimCall(callId);
  if (!claim) return currentOutcome(callId);
  const kept = keepCallClaim(claim, { leaseSeconds });
  const startedAt = new Date();
  const evidence: AttemptEvidence = {
    url: claim.recordingUrl,
    remoteAddress: null,
    httpStatus: null,
    contentType: null,
    lookedLike: null,
    receivedBytes: 0,
  };
  try {
    const { file, audio } = await takeIn(claim, limits, evidence, kept.signal);
    const stored = await recordStoredAttempt({ claim, token: await kept.end(), startedAt, evidence, file, audio });
    return { status: "stored", recordingId: stored.recordingId, taskId: stored.taskId };
  } catch (error) {
    const token = await kept.end();
    if (error instanceof ClaimLost) return currentOutcome(callId);
    if (!(error instanceof AttemptFailure)) throw error;
    if (error.cause !== undefined) log.info({ callId, reason: error.reason, err: error.cause }, "an attempt to take a recording in failed");
    return await recordFailure({ claim, token, startedAt, evidence, failure: error });
  }
}

async function takeIn(claim: ClaimedCall, limits: OutboundLimits, evidence: AttemptEvidence, signal: AbortSignal) {
  const { recordingUrl: url, externalId: callName } = claim;
  const isSample = await isSampleRecordingUrl({ url, callName });
  const file = await downloadToFile({ url, limits: isSample ? { ...limits, allowUrl: url } : limits, evidence, signal });
  try {
    const audio = await inspectDownload({ path: file.path, billableSeconds: claim.billableSeconds, evidence });
    await keepFile(file, audio);
    return { file, audio };
  } finally {
    await rm(file.path, { force: true });
  }
}

async function keepFile({ path, sha256 }: DownloadedFile, { peaksJson }: AudioFile): Promise<void> {
  try {
    await Promise.all([
      storage.store({ key: recordingKey(sha256), path }),
      storage.write({ key: peaksKey(sha256), bytes: Buffer.from(peaksJson) }),
    ]);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AttemptFailure("retry", "storage_failed", `The recording could not be stored: ${message}.`, { cause });
  }
}

async function recordFailure(input: Parameters<typeof recordFailedAttempt>[0]): Promise<DownloadOutcome> {
  try {
    const { delaySeconds, reason } = await recordFailedAttempt(input);
    return delaySeconds === null ? { status: "unavailable", reason } : { status: "retry", delaySeconds };
  } catch (error) {
    if (error instanceof ClaimLost) return currentOutcome(input.claim.callId);
    throw error;
  }
}

type CallState = { status: string; failure: string | null; delaySeconds: number; recordingId: string | null; taskId: string | null };

/** What a call that can't be tried now waits for. */
async function currentOutcome(callId: string): Promise<DownloadOutcome> {
  const [call] = await sqlClient<CallState[]>`
    select recording_status as status, recording_failure as failure,
      coalesce(extract(epoch from greatest(claimed_until, next_attempt_at) - now()), 0)::float8 as "delaySeconds",
      (select id from recordings where call_id = calls.id order by created_at desc, id desc limit 1) as "recordingId",
      (select id from tasks where call_id = calls.id) as "taskId"
    from calls where id = ${callId}`;
  if (!call) throw new AppError("not_found", "There is no such call.");
  if (call.status === "stored" && call.recordingId) return { status: "stored", recordingId: call.recordingId, taskId: call.taskId };
  if (call.status === "pending") return { status: "retry", delaySeconds: Math.max(call.delaySeconds, 1) };
  return { status: "unavailable", reason: call.failure ?? "The call has no recording to take in." };
}
