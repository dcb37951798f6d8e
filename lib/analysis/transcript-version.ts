/** What changes with every change of a transcript: when it was made, who was said to be on which side, and when a line was last corrected. Part of a statement. */
export const TRANSCRIPT_VERSION = `concat(transcripts.updated_at, ' ',
  (select max(corrected_at) from segments where segments.task_id = transcripts.task_id))`;
