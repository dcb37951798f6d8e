import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ClaimedMachineWork } from "@/lib/machine-work/claim-machine-work";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { MachineWorkFailure } from "@/lib/machine-work/machine-work-failure";
import type { MachineWorkResult } from "@/lib/machine-work/run-machine-work";
import { storableJson } from "@/lib/reception/storable-json";
import { type Analysis, analysePiece } from "./analyse-piece";
import { callPieces } from "./call-pieces";
import { firstOfEach } from "./first-of-each";
import { keptModelName } from "./kept-model-name";
import { type ReadCall, readCall } from "./read-call";
import { sumUp } from "./sum-up";
import { TRANSCRIPT_VERSION } from "./transcript-version";

const MAX_SENTENCES = 8;
const MAX_TOPICS = 8;

type AnalyseTranscriptInput = { claim: Pick<ClaimedMachineWork, "taskId">; signal: AbortSignal };

/**
 * Has the language model read a task's transcript: what the call comes to in sentences, topics and moods, each with words that were said. A long
 * call is read in parts. What it found is written only while the transcript is still the one that was read. Throws MachineWorkFailure.
 */
export async function analyseTranscript({ claim: { taskId }, signal }: AnalyseTranscriptInput): Promise<MachineWorkResult> {
  const call = await readCall(taskId);
  const { found, use } = await analyseCall(call, signal);
  return { use, write: (transaction) => writeAnalysis({ transaction, taskId, version: call.version, found }) };
}

type Found = { found: Analysis; use: ModelUse | null };

async function analyseCall(call: ReadCall, signal: AbortSignal): Promise<Found> {
  const pieces = callPieces(call.lines, ({ text }) => text);
  let summary: Analysis["summary"] = [];
  let topics: Analysis["topics"] = [];
  let sentiments: Analysis["sentiments"] = [];
  let droppedCount = 0;
  let use: ModelUse | null = null;
  for (const [index, lines] of pieces.entries()) {
    const part = { number: index + 1, count: pieces.length };
    const answer = await analysePiece({ call, lines, part, signal, spent: use });
    summary = [...summary, ...answer.found.summary];
    topics = [...topics, ...answer.found.topics];
    sentiments = [...sentiments, ...answer.found.sentiments];
    droppedCount += answer.found.droppedCount;
    use = answer.use;
  }
  if (use !== null && pieces.length > 1 && summary.length > 0) {
    const summed = await sumUp({ language: call.language, sentences: summary, signal, spent: use });
    summary = summed.sentences;
    droppedCount += summed.droppedCount;
    use = summed.use;
  }
  const found = {
    summary: firstOfEach(summary, ({ sentence }) => sentence).slice(0, MAX_SENTENCES),
    topics: firstOfEach(topics, ({ label }) => label.toLowerCase()).slice(0, MAX_TOPICS),
    sentiments: firstOfEach(sentiments, ({ position }) => position).sort((one, other) => one.position - other.position),
    droppedCount,
  };
  return { found, use };
}

type WriteAnalysisInput = { transaction: Transaction; taskId: string; version: string; found: Analysis };

async function writeAnalysis({ transaction, taskId, version, found }: WriteAnalysisInput): Promise<void> {
  const { summary, topics, sentiments, droppedCount } = found;
  // Locked first, since the row that a statement waits for is read anew and what stands beside it is not.
  await transaction.execute(sql`select from transcripts where task_id = ${taskId} for share`);
  const written = await transaction.execute(sql`
    insert into analyses (task_id, model, summary, topics, sentiments, dropped_count)
    select task_id, ${keptModelName()}, ${storableJson(summary)}::text::jsonb,
      ${storableJson(topics)}::text::jsonb, ${storableJson(sentiments)}::text::jsonb, ${droppedCount}
    from transcripts where task_id = ${taskId} and ${sql.raw(TRANSCRIPT_VERSION)} = ${version}
    on conflict (task_id) do update set model = excluded.model, summary = excluded.summary, topics = excluded.topics,
      sentiments = excluded.sentiments, dropped_count = excluded.dropped_count, created_at = now()
    returning task_id`);
  if (written.length === 0)
    throw new MachineWorkFailure({
      code: "transcript_changed",
      message: "The transcript was changed while it was read.",
      isRetriable: true,
    });
}
