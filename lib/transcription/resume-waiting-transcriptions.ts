import { sqlClient } from "@/db/client";

/** Queues what waits for a model again, once one was added. Returns how many. */
export async function resumeWaitingTranscriptions(): Promise<number> {
  const resumed = await sqlClient`
    update transcriptions set status = 'queued', failure = null, failure_code = null, attempt_count = 0, dispatched_at = null
    where status = 'waiting'`;
  if (resumed.count > 0) await sqlClient`select pg_notify('transcription_ready', '')`;
  return resumed.count;
}
