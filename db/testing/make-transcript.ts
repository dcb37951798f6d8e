import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "../client";
import { segments, tasks, transcripts } from "../schema";

type Said = { text: string; speaker?: number; startMs?: number; endMs?: number; words?: [string, number, number][] | null };
type MakeTranscriptInput = { taskId: string; said: (string | Said)[]; transcript?: Partial<typeof transcripts.$inferInsert> };

/** What is said in a task's recording, line by line, five seconds each, between two speakers in turn; what the test says overrides what is made up. */
export async function makeTranscript({ taskId, said, transcript = {} }: MakeTranscriptInput): Promise<{ segmentIds: string[] }> {
  const [task] = await db.select({ recordingId: tasks.recordingId }).from(tasks).where(sql`${tasks.id} = ${taskId}`);
  if (!task) throw new Error(`There is no task ${taskId}.`);
  const { language = "es" } = transcript;
  await db.insert(transcripts).values({
    ...{ taskId, recordingId: task.recordingId, transcriber: "local", model: "test", language, durationSeconds: 62, laneReason: "stereo" },
    wordTimes: "estimated",
    speakers: [
      { role: "agent", name: null },
      { role: "customer", name: null },
    ],
    measures: {
      lanes: [0, 1].map((channel) => ({
        ...{ channel, talkSeconds: 20, talkRatio: 0.5, longestMonologueSeconds: 5, interruptionCount: 0 },
        ...{ wordsPerMinute: 120, loudnessDb: -20 },
      })),
      ...{ silenceSeconds: 4, silenceRatio: 0.1, longestSilenceSeconds: 2, crossTalkSeconds: 1 },
    },
    ...transcript,
  });
  const rows = said.map((line, position) => {
    const {
      text,
      speaker = position % 2,
      startMs = position * 5_000,
      endMs = startMs + 4_500,
      words = null,
    } = typeof line === "string" ? { text: line } : line;
    return {
      id: v7(),
      taskId,
      position,
      speaker,
      startMs,
      endMs,
      text,
      words,
      search: sql`speech_vector(${language}, ${text})`,
    };
  });
  if (rows.length > 0) await db.insert(segments).values(rows);
  return { segmentIds: rows.map(({ id }) => id) };
}
