import { sqlClient } from "@/db/client";
import { log } from "@/lib/log";
import { peaksKey, recordingKey, storage } from "@/lib/storage/storage";
import { lockRecordingFile } from "./lock-recording-file";

/** How many files are removed at once, each with a connection of its own. */
const CONCURRENCY = 4;

type ReleaseRecordingFilesInput = {
  /** `next` of the batch before; null begins anew. */
  after?: string | null;
  limit?: number;
};

/** `next` null: there is nothing more to release. What failed is left to the next round. */
export type ReleasedFiles = { next: string | null; removedCount: number; failedCount: number };

/**
 * Removes a batch of files, with their waveforms, that deleted recordings have left behind, unless another recording needs the same bytes.
 * Safe beside a take-in of the same bytes: either that one's row is here to be seen, or it looks, once this is done, whether its file is
 * still there. Safe to run again after a crash at any point.
 */
export async function releaseRecordingFiles({ after = null, limit = 500 }: ReleaseRecordingFilesInput = {}): Promise<ReleasedFiles> {
  const rows = await sqlClient<{ sha256: string }[]>`
    select distinct sha256 from recordings
    where deleted_at is not null and file_released_at is null and sha256 > ${after ?? ""}
    order by sha256 limit ${limit}`;
  const outcomes: PromiseSettledResult<boolean>[] = [];
  for (let index = 0; index < rows.length; index += CONCURRENCY) {
    const turn = rows.slice(index, index + CONCURRENCY);
    outcomes.push(...(await Promise.allSettled(turn.map(({ sha256 }) => releaseFile(sha256)))));
  }
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") log.error({ err: outcome.reason }, "the file of a deleted recording could not be removed");
  }
  return {
    next: rows.length === limit ? (rows.at(-1)?.sha256 ?? null) : null,
    removedCount: outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value).length,
    failedCount: outcomes.filter(({ status }) => status === "rejected").length,
  };
}

/** True when the file was removed, false when another recording needs it. */
async function releaseFile(sha256: string): Promise<boolean> {
  return sqlClient.begin(async (transaction) => {
    await lockRecordingFile({ transaction, sha256 });
    const [needed] = await transaction`select 1 from recordings where sha256 = ${sha256} and deleted_at is null limit 1`;
    if (!needed) await Promise.all([storage.remove(recordingKey(sha256)), storage.remove(peaksKey(sha256))]);
    await transaction`
      update recordings set file_released_at = now() where sha256 = ${sha256} and deleted_at is not null and file_released_at is null`;
    return !needed;
  });
}
