import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { segments, transcriptions, transcripts } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";

export type { TranscriptMeasures, TranscriptSpeaker } from "@/db/schema";

export type Transcript = typeof transcripts.$inferSelect & { segments: TranscriptSegment[] };

export type TranscriptSegment = Pick<
  typeof segments.$inferSelect,
  "id" | "position" | "speaker" | "startMs" | "endMs" | "text" | "originalText" | "words"
>;

/** Where the work stands; null for a task that is not to be transcribed. */
export type Transcription = Pick<
  typeof transcriptions.$inferSelect,
  "status" | "progress" | "failureCode" | "failure" | "nextAttemptAt" | "transcriber" | "startedAt"
>;

type TaskTranscript = { transcript: Transcript | null; transcription: Transcription | null };

/** What is said in a task's recording, from its beginning to its end, and where the work of writing it down stands. Not-found as for the task. */
export async function getTranscript({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<TaskTranscript> {
  await requireVisibleTask({ viewer, taskId });
  const [[transcript], spoken, [transcription]] = await Promise.all([
    db.select().from(transcripts).where(eq(transcripts.taskId, taskId)),
    db
      .select({
        id: segments.id,
        position: segments.position,
        speaker: segments.speaker,
        startMs: segments.startMs,
        endMs: segments.endMs,
        text: segments.text,
        originalText: segments.originalText,
        words: segments.words,
      })
      .from(segments)
      .where(eq(segments.taskId, taskId))
      .orderBy(asc(segments.position)),
    db
      .select({
        status: transcriptions.status,
        progress: transcriptions.progress,
        failureCode: transcriptions.failureCode,
        failure: transcriptions.failure,
        nextAttemptAt: transcriptions.nextAttemptAt,
        transcriber: transcriptions.transcriber,
        startedAt: transcriptions.startedAt,
      })
      .from(transcriptions)
      .where(eq(transcriptions.taskId, taskId)),
  ]);
  return { transcript: transcript ? { ...transcript, segments: spoken } : null, transcription: transcription ?? null };
}
