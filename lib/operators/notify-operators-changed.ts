import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** Tells open pages, once the transaction commits, that whose calls are whose may have changed: an empty payload stands for any task. */
export async function notifyOperatorsChanged(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_notify('task_changed', '')`);
}
