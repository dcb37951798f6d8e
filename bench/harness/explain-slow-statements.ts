import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Sql } from "postgres";

/** Time in which whoever has a connection hears that it was ended. */
const SETTLE_MS = 100;

/** Has PostgreSQL write the plan of each statement that takes so long into its log, on connections made from here on. */
export async function explainSlowStatements(sql: Sql, limitMs: number): Promise<void> {
  await sql`alter system set session_preload_libraries = 'auto_explain'`;
  await sql.unsafe(`alter system set auto_explain.log_min_duration = ${limitMs}`);
  await sql`select pg_reload_conf()`;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'auditoria' and pid <> pg_backend_pid()`;
  await wait(SETTLE_MS);
}

/** What PostgreSQL logged from the first slow statement on. */
export async function slowPlans(dataDir: string): Promise<string> {
  const log = await readFile(path.join(dataDir, "postgres/server.log"), "utf8");
  const at = log.search(/^.*duration: .* plan:/m);
  return at < 0 ? "No statement was slow by itself." : log.slice(at);
}
