import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { sqlClient } from "@/db/client";
import type { Transcriber } from "@/db/enums";
import { ClaimLost, type KeptClaim, keepClaim } from "@/lib/claims/keep-claim";
import { env } from "@/lib/env";
import { ServerFailure } from "@/lib/http/server-failure";
import { log } from "@/lib/log";
import { type PreparedAudio, prepareAudio, SpeechFailure } from "@/lib/speech/speech";
import { recordingKey, storage } from "@/lib/storage/storage";
import { type ClaimedTranscription, claimTranscription, TRANSCRIPTION_LEASE_SECONDS } from "./claim-transcription";
import { mergeTurns } from "./merge-turns";
import type { Recognized } from "./providers/recognized";
import { recordTranscriptionFailure } from "./record-transcription-failure";
import { TranscriberFailure } from "./transcriber-failure";
import { transcriberOf } from "./transcriber-of";
import { writeTranscript } from "./write-transcript";

/** What became of one attempt. Plain JSON. */
export type TranscriptionOutcome = { status: "completed" | "failed" | "not_ours" };

type RunTranscriptionInput = { taskId: string; leaseSeconds?: number };

/** The share of the way that preparing the sound is. */
const PREPARED = 0.2;

/**
 * Makes one attempt to transcribe a task's recording, if one is due and nobody else makes it. What came of it is in the database when it
 * returns; a process that dies in between leaves the task free for another. Safe to run at any time, in any number of processes.
 */
export async function runTranscription({
  taskId,
  leaseSeconds = TRANSCRIPTION_LEASE_SECONDS,
}: RunTranscriptionInput): Promise<TranscriptionOutcome> {
  const claim = await claimTranscription(taskId);
  if (!claim) return { status: "not_ours" };
  const progress = { share: 0 };
  const kept = keepClaim({
    what: `the transcription of task ${taskId}`,
    claimedUntil: claim.claimedUntil,
    leaseSeconds,
    renew: (token) => renewWithProgress({ taskId, token, leaseSeconds, share: progress.share }),
  });
  const transcriber = claim.transcriber ?? env.TRANSCRIBER;
  try {
    const { audio, heard } = await transcribe({ claim, transcriber, kept, onProgress: (share) => Object.assign(progress, { share }) });
    await writeTranscript({ claim, token: await kept.end(), transcriber, audio, heard, merged: mergeTurns(heard.segments) });
    return { status: "completed" };
  } catch (error) {
    const token = await kept.end();
    if (error instanceof ClaimLost || kept.signal.aborted) return { status: "not_ours" };
    const failure = toFailure(error);
    log.info({ taskId, code: failure.code, err: failure.cause ?? failure }, "an attempt to transcribe a call failed");
    try {
      await recordTranscriptionFailure({ taskId, token, attemptCount: claim.attemptCount, failure });
    } catch (lost) {
      if (lost instanceof ClaimLost) return { status: "not_ours" };
      throw lost;
    }
    return { status: "failed" };
  }
}

type TranscribeInput = { claim: ClaimedTranscription; transcriber: Transcriber; kept: KeptClaim; onProgress: (share: number) => void };

async function transcribe({ claim, transcriber, kept: { signal }, onProgress }: TranscribeInput): Promise<{
  audio: PreparedAudio;
  heard: Recognized;
}> {
  if (transcriber === "none") throw new TranscriberFailure("not_configured", "Transcription is switched off for this campaign.");
  if (claim.isDeleted)
    throw new TranscriberFailure("recording_deleted", "The recording was deleted by the campaign's retention before it was transcribed.");
  const recognize = transcriberOf(transcriber);
  const workDir = await mkdtemp(path.join(tmpdir(), "auditoria-speech-"));
  try {
    const file = path.join(workDir, "recording");
    await pipeline(await storage.read({ key: recordingKey(claim.sha256) }), createWriteStream(file, { mode: 0o600 }), { signal });
    const audio = await prepareAudio({ path: file, workDir, signal, onProgress: (share) => onProgress(share * PREPARED) });
    const heard = await recognize({
      legs: audio.legs,
      language: claim.language ?? "auto",
      signal,
      onProgress: (share) => onProgress(PREPARED + share * (1 - PREPARED)),
    });
    return { audio, heard };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

type RenewInput = { taskId: string; token: Date; leaseSeconds: number; share: number };

/** Tells the pages that show it as well. */
async function renewWithProgress({ taskId, token, leaseSeconds, share }: RenewInput): Promise<Date | null> {
  const [renewed] = await sqlClient<{ claimedUntil: Date }[]>`
    with mine as (
      update transcriptions set claimed_until = now() + make_interval(secs => ${leaseSeconds}), progress = ${Math.floor(share * 100)}
      where task_id = ${taskId} and claimed_until = ${token} and status = 'running' returning task_id, claimed_until
    ), told as (
      select pg_notify('task_changed', json_build_object('id', tasks.id, 'campaignId', campaign_id)::text)
      from mine join tasks on tasks.id = mine.task_id
    )
    select claimed_until as "claimedUntil", (select count(*) from told) from mine`;
  return renewed?.claimedUntil ?? null;
}

const SPEECH_CODES = {
  pack_missing: "pack_missing",
  not_audio: "not_audio",
  busy: "busy",
  out_of_time: "too_slow",
  cancelled: "engine_failed",
  engine_failed: "engine_failed",
} as const;

function toFailure(error: unknown): TranscriberFailure {
  if (error instanceof TranscriberFailure) return error;
  if (error instanceof ServerFailure) {
    return new TranscriberFailure(error.code, error.message, { retryAfterSeconds: error.retryAfterSeconds, cause: error });
  }
  if (error instanceof SpeechFailure) {
    // No pack that somebody adds would help: it is not to be waited for.
    const code = error.packs?.length === 0 ? "language_unknown" : SPEECH_CODES[error.reason];
    return new TranscriberFailure(code, error.message, { cause: error });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new TranscriberFailure("engine_failed", `The recording could not be transcribed: ${message}`, { cause: error });
}
