import { sqlClient } from "@/db/client";
import type { SpeechLanguage, Transcriber } from "@/db/enums";

/** The right to transcribe a task's recording, until `claimedUntil`; the time is also the token that every later write must show. */
export type ClaimedTranscription = {
  taskId: string;
  claimedUntil: Date;
  recordingId: string;
  sha256: string;
  isDeleted: boolean;
  /** Null: whom the installation has. */
  transcriber: Transcriber | null;
  /** Null: told from the call. */
  language: SpeechLanguage | null;
  agentChannel: number | null;
  attemptCount: number;
};

/** Shorter than the engine's lease on a step, so that whoever takes over a dead process's step finds the task free. */
export const TRANSCRIPTION_LEASE_SECONDS = 25;

/**
 * Takes a task's transcription for one attempt, which puts the task into work; null when it is not due, somebody else is on it, or nobody wants
 * it any more. Held by the database: of any number of processes that ask at once, one gets it.
 */
export async function claimTranscription(taskId: string): Promise<ClaimedTranscription | null> {
  const [claimed] = await sqlClient<ClaimedTranscription[]>`
    with mine as (
      update transcriptions set status = 'running', claimed_until = now() + make_interval(secs => ${TRANSCRIPTION_LEASE_SECONDS}),
        attempt_count = attempt_count + 1, started_at = coalesce(started_at, now()), progress = 0, next_attempt_at = null
      where task_id = ${taskId} and status in ('queued', 'running')
        and (claimed_until is null or claimed_until <= now()) and (next_attempt_at is null or next_attempt_at <= now())
      returning *
    ), task as (
      update tasks set status = 'processing', failure = null, updated_at = now() from mine
      where tasks.id = mine.task_id and tasks.status in ('pending', 'processing', 'failed') returning tasks.id, tasks.campaign_id
    ), told as (
      select pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text) from task
    )
    select mine.task_id as "taskId", mine.claimed_until as "claimedUntil", recordings.id as "recordingId", recordings.sha256,
      recordings.deleted_at is not null as "isDeleted", campaigns.transcriber, coalesce(mine.language, campaigns.language) as language,
      campaigns.agent_channel as "agentChannel", mine.attempt_count as "attemptCount", (select count(*) from told) as told
    from mine join tasks on tasks.id = mine.task_id join recordings on recordings.id = tasks.recording_id
      join campaigns on campaigns.id = tasks.campaign_id`;
  return claimed ?? null;
}
