import { sqlClient } from "@/db/client";
import type { SpeechLanguage } from "@/db/enums";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { canRequestTranscription } from "./transcription-access";

type RequestTranscriptionInput = { viewer: Viewer; taskId: string; language?: SpeechLanguage | null };

/**
 * Has a task's recording transcribed, again or for the first time; what is there stays until the new one is whole. Not-found for those who may
 * not; a conflict while it is under way.
 */
export async function requestTranscription({ viewer, taskId, language = null }: RequestTranscriptionInput): Promise<void> {
  const { campaignId } = await requireVisibleTask({ viewer, taskId });
  if (!canRequestTranscription(viewer)) throw new AppError("not_found", "There is no such task.");
  const requested = await sqlClient`
    insert into transcriptions (task_id, language) values (${taskId}, ${language})
    on conflict (task_id) do update set status = 'queued', language = coalesce(${language}, transcriptions.language), progress = 0,
      failure = null, failure_code = null, attempt_count = 0, next_attempt_at = null, dispatched_at = null, claimed_until = null,
      started_at = null, ended_at = null
    where transcriptions.status not in ('queued', 'running')`;
  if (requested.count === 0) throw new AppError("conflict", "The recording is being transcribed already.");
  await sqlClient`select pg_notify('transcription_ready', ''),
    pg_notify('task_changed', ${JSON.stringify({ id: taskId, campaignId })})`;
  await recordAuditEntry({
    actor: viewer,
    action: "transcription.requested",
    object: { kind: "task", id: taskId },
    details: { language },
  });
}
