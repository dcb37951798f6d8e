import { sqlClient } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { canRequestTranscription } from "./transcription-access";

/** Ends a transcription that waits or is under way; whoever works on it stops at its next breath. Not-found for those who may not; a conflict when it has ended. */
export async function cancelTranscription({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<void> {
  const { campaignId } = await requireVisibleTask({ viewer, taskId });
  if (!canRequestTranscription(viewer)) throw new AppError("not_found", "There is no such task.");
  const cancelled = await sqlClient`
    with mine as (
      update transcriptions set status = 'cancelled', claimed_until = null, ended_at = now(), failure = null, failure_code = null
      where task_id = ${taskId} and status in ('queued', 'running', 'waiting') returning task_id
    ), moved as (
      update tasks set status = case when exists (select from transcripts where task_id = tasks.id) then 'completed'::task_status else 'pending' end,
        failure = null, updated_at = now() from mine where tasks.id = mine.task_id and tasks.status in ('processing', 'failed')
    )
    select task_id, pg_notify('task_changed', ${JSON.stringify({ id: taskId, campaignId })}),
      pg_notify('transcription_ready', '') from mine`;
  if (cancelled.count === 0) throw new AppError("conflict", "The transcription has ended already.");
  await recordAuditEntry({ actor: viewer, action: "transcription.cancelled", object: { kind: "task", id: taskId } });
}
