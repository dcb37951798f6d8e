import type { ISql, TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";

/** The name under which installation_settings has it; migration outcome_marks says it too. */
export const OUTCOME_ZONE_SETTING = "outcome_zone";

/** The time zone in which days of outcomes are marked and summed up; null before the first sums. */
export async function readOutcomeZone(sql: ISql): Promise<string | null> {
  const [row] = await sql<
    { zone: string }[]
  >`select value #>> '{}' as zone from installation_settings where name = ${OUTCOME_ZONE_SETTING}`;
  return row?.zone ?? null;
}

/** Keeps the time zone from being changed until the transaction ends. False when it is not the one given. */
export async function holdOutcomeZone(transaction: TransactionSql, timeZone: string): Promise<boolean> {
  await transaction`select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.outcomeZone})`;
  return (await readOutcomeZone(transaction)) === timeZone;
}
