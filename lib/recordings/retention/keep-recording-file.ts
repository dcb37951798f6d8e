import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";

type KeepRecordingFileInput = { transaction: TransactionSql; sha256: string };

/** Until the transaction ends, nobody removes the file of this name: whoever wants to waits. Any number may hold it so at once. */
export async function keepRecordingFile({ transaction, sha256 }: KeepRecordingFileInput): Promise<void> {
  await transaction`select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.recordingFile}, hashtext(${sha256}))`;
}
