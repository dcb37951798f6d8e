import type { TransactionSql } from "postgres";
import { v7 } from "uuid";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** `taskId` null: the same audio has a task already, on another call of the same facts. */
export type OpenedTask = { taskId: string | null };

type OpenTaskInput = {
  transaction: TransactionSql;
  callId: string;
  recordingId: string;
  /** Held by the transaction (holdOperator), so that it is nobody who is being merged away. */
  operatorId: string | null;
};

/**
 * Opens a call's task and has it transcribed, where its campaign wants that, as part of the caller's transaction, and tells of it when that commits. The same call, or the same facts with the same
 * bytes, never get a second one: the unique indexes hold it, and whoever comes second finds the first.
 */
export async function openTask({ transaction, callId, recordingId, operatorId }: OpenTaskInput): Promise<OpenedTask> {
  const [inserted] = await transaction<{ taskId: string }[]>`
    with call as (
      update calls set operator_id = coalesce(operator_id, ${operatorId}), updated_at = now() where id = ${callId} returning *
    ), task as (
      insert into tasks (id, call_id, recording_id, campaign_id, operator_id, source, direction, started_at, duration_seconds, audio_identity_key,
        created_at)
      select ${v7()}, call.id, recordings.id, call.campaign_id, call.operator_id, call.source, call.direction, call.started_at,
        call.duration_seconds, call.source || ':' || coalesce(call.facts_key, call.identity_key) || ':' || recordings.sha256,
        -- When it is written, not when the transaction began: a merge that was waited for came before it.
        clock_timestamp()
      from call join recordings on recordings.call_id = call.id and recordings.id = ${recordingId}
      on conflict do nothing returning id, campaign_id
    ), transcription as (
      insert into transcriptions (task_id)
      select task.id from task join campaigns on campaigns.id = task.campaign_id
      where coalesce(campaigns.transcriber, ${env.TRANSCRIBER}) <> 'none' returning pg_notify('transcription_ready', '')
    )
    select id as "taskId", (select count(*) from transcription), pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text) from task`;
  if (inserted) return { taskId: inserted.taskId };
  // A statement of its own, so that it sees what the first one waited for.
  const [known] = await transaction<{ taskId: string | null }[]>`
    select (select tasks.id from tasks where tasks.call_id = recordings.call_id) as "taskId"
    from recordings where id = ${recordingId} and call_id = ${callId}`;
  if (!known) throw new AppError("not_found", "There is no such recording of this call.");
  return known;
}
