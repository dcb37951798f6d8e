import type { TransactionSql } from "postgres";
import { sqlClient } from "@/db/client";

/**
 * Reads of one moment, planned for what is asked: the best plan depends on how much that is, and compiling it would take longer than it saves.
 * Indexes that are read alone lie in memory, so that they are worth more than PostgreSQL takes for granted.
 */
export async function readQuality<Found>(read: (sql: TransactionSql) => Promise<Found>): Promise<Found> {
  const found = await sqlClient.begin("isolation level repeatable read read only", async (sql) => {
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true), set_config('random_page_cost', '1.1', true)`;
    // In a box, since the driver would wait for what a list holds.
    return { result: await read(sql) };
  });
  return found.result;
}
