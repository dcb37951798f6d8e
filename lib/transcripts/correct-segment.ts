import { sqlClient } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { canRequestTranscription } from "@/lib/transcription/transcription-access";

export const SEGMENT_TEXT_MAX_LENGTH = 10_000;

type CorrectSegmentInput = { viewer: Viewer; taskId: string; segmentId: string; text: string };

/**
 * Writes what was really said in the place of what was heard. The first text is kept, and comes back when it is typed again; times of single
 * words go with it. Not-found for those who may not; invalid for an empty text.
 */
export async function correctSegment({ viewer, taskId, segmentId, text }: CorrectSegmentInput): Promise<void> {
  await requireVisibleTask({ viewer, taskId });
  if (!canRequestTranscription(viewer)) throw new AppError("not_found", "There is no such task.");
  const tidy = text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  if (tidy === "" || tidy.length > SEGMENT_TEXT_MAX_LENGTH)
    throw new AppError("invalid", "What was said is a text of 1 to 10,000 characters.");
  const [corrected] = await sqlClient<{ before: string }[]>`
    with before as (select id, text from segments where id = ${segmentId} and task_id = ${taskId} for update)
    update segments set text = ${tidy},
      original_text = case when coalesce(original_text, segments.text) = ${tidy} then null else coalesce(original_text, segments.text) end,
      corrected_by = ${viewer.userId}, corrected_at = now(),
      words = case when segments.text = ${tidy} then words end,
      search = speech_vector(transcripts.language::text, ${tidy})
    from before, transcripts
    where segments.id = before.id and transcripts.task_id = segments.task_id
    returning before.text as before`;
  if (!corrected) throw new AppError("not_found", "There is no such segment.");
  if (corrected.before === tidy) return;
  const details = { segmentId, text: { from: corrected.before.slice(0, 500), to: tidy.slice(0, 500) } };
  await recordAuditEntry({ actor: viewer, action: "transcript.corrected", object: { kind: "task", id: taskId }, details });
}
