import type { Given } from "./rights";

/** A transcript of the one call in which nothing is said, by one speaker. */
export async function makeTranscript({ taskId, recordingId, database }: Given): Promise<void> {
  await database`
    insert into transcripts (task_id, recording_id, transcriber, model, language, duration_seconds, lane_reason, word_times, speakers, measures)
    values (${taskId}, ${recordingId}, 'local', 'test', 'es', 60, 'mono', 'none', '[{"role": "unknown", "name": null}]',
      '{"lanes": [], "silenceSeconds": 0, "silenceRatio": 0, "longestSilenceSeconds": 0, "crossTalkSeconds": 0}')`;
}
