import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";

type LockRecordingFileInput = { transaction: TransactionSql; sha256: string };

/** Until the transaction ends, nobody writes down that a recording needs the file of this name: whoever wants to waits, and looks again. */
export async function lockRecordingFile({ transaction, sha256 }: LockRecordingFileInput): Promise<void> {
  await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.recordingFile}, hashtext(${sha256}))`;
}
