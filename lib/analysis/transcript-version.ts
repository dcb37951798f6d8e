import { sqlClient } from "@/db/client";

/** What changes with every change of a transcript: when it was made, who was said to speak, and when a line was last corrected. */
export function transcriptVersion() {
  return sqlClient`concat(transcripts.updated_at, ' ',
    (select max(corrected_at) from segments where segments.task_id = transcripts.task_id))`;
}
