import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { sqlClient } from "@/db/client";
import { makeTranscript } from "@/db/testing/make-transcript";

/** As a transcript is downloaded: what the recording of two sides says, as the local engine heard it. */
const transcriptFile = z.object({
  model: z.string(),
  language: z.enum(["es", "en", "pt"]),
  durationSeconds: z.number(),
  measures: z.custom<NonNullable<NonNullable<Parameters<typeof makeTranscript>[0]["transcript"]>["measures"]>>(),
  segments: z.array(z.object({ start: z.number(), end: z.number(), speaker: z.enum(["agent", "customer"]), text: z.string() })),
});

/** Writes down what is said in the call that is looked at closely, without the models that hear it. */
export async function writeDownCall({ taskId }: { taskId: string }): Promise<void> {
  const text = await readFile(path.join(import.meta.dirname, "../recordings/es-two-sides.json"), "utf8");
  const { segments, ...transcript } = transcriptFile.parse(JSON.parse(text));
  const said = segments.map(({ start, end, speaker, text: line }) => ({
    ...{ text: line, speaker: speaker === "agent" ? 0 : 1 },
    ...{ startMs: Math.round(start * 1000), endMs: Math.round(end * 1000) },
  }));
  await makeTranscript({ taskId, said, transcript });
  await sqlClient`update tasks set status = 'completed' where id = ${taskId}`;
}
