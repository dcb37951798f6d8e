import { open, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Sql } from "postgres";

type ListIndexesUsedInput = { sql: Sql; dataDir: string; limitMs: number; work: () => Promise<unknown> };

/** Time in which sessions hear of a changed setting, and the log is written. */
const SETTLE_MS = 60;
const MAX_NAMED = 6;

/**
 * How PostgreSQL read for one piece of work, from the plans that it logs: the indexes that it used, and tables that it read whole. Of a
 * partitioned table an index counts once. After explainSlowStatements only, whose limit is set again afterwards.
 */
export async function listIndexesUsed({ sql, dataDir, limitMs, work }: ListIndexesUsedInput): Promise<string> {
  const file = path.join(dataDir, "postgres/server.log");
  const { size } = await stat(file);
  await logFrom(sql, 0);
  await work();
  await logFrom(sql, limitMs);
  const plans = await readFrom(file, size);
  const indexes = [...plans.matchAll(/(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) "?(\w+)"?/g)].map(([, name = ""]) =>
    ofParent(name),
  );
  const scans = [...plans.matchAll(/Seq Scan on "?(\w+)"?/g)].map(([, name]) => `all of ${name}`);
  const used = [...new Set([...indexes, ...scans])];
  return used.length > MAX_NAMED ? `${used.slice(0, MAX_NAMED).join(", ")} and ${used.length - MAX_NAMED} more` : used.join(", ");
}

async function logFrom(sql: Sql, milliseconds: number): Promise<void> {
  await sql.unsafe(`alter system set auto_explain.log_min_duration = ${milliseconds}`);
  await sql`select pg_reload_conf()`;
  await wait(SETTLE_MS);
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read({ buffer: Buffer.alloc(size - position), position });
    return buffer.toString("utf8");
  } finally {
    await handle.close();
  }
}

/** An index of a month's partition, by what makes it that of the month: `deliveries_2026_11_received_at_id_idx` is one of many. */
function ofParent(name: string): string {
  return name.replace(/^deliveries_(\d{4}_\d{2}|default)_/, "deliveries.");
}
