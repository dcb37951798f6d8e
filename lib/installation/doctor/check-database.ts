import { sqlClient } from "@/db/client";
import { pendingMigrations } from "@/db/pending-migrations";
import { env } from "@/lib/env";
import { checkDurability } from "../check-durability";
import type { Finding } from "./finding";

const WARN_ABOVE_SECONDS = 2;
const BROKEN_ABOVE_SECONDS = 60;

/** Version and durability of PostgreSQL, whether its schema is this program's, and whether its clock is ours. */
export async function checkDatabase(): Promise<Finding[]> {
  return [await checkServer(), await checkSchema(), await checkClock()];
}

async function checkServer(): Promise<Finding> {
  const name = "PostgreSQL";
  const { version, synchronousCommit, fsync, fullPageWrites } = await checkDurability(env.DATABASE_URL ?? "");
  const message = `Version ${version}, synchronous_commit ${synchronousCommit}.`;
  if (!fsync || !fullPageWrites)
    return {
      name,
      status: "broken",
      message: `${message} fsync or full_page_writes is off: a crash of its machine can lose acknowledged calls.`,
    };
  return { name, status: "ok", message };
}

async function checkSchema(): Promise<Finding> {
  const pending = await pendingMigrations();
  return pending.length === 0
    ? { name: "Migrations", status: "ok", message: "The database has the newest schema." }
    : { name: "Migrations", status: "warning", message: `Not applied yet: ${pending.join(", ")}. The next npm start applies them.` };
}

async function checkClock(): Promise<Finding> {
  const askedAt = Date.now();
  const [row] = await sqlClient<{ now: Date }[]>`select clock_timestamp() as now`;
  const halfway = (askedAt + Date.now()) / 2;
  const seconds = Math.abs((row?.now.getTime() ?? 0) - halfway) / 1000;
  const message = `This machine's clock says ${new Date().toISOString()} and the database's is ${seconds.toFixed(1)} s away from it.`;
  const status = seconds > BROKEN_ABOVE_SECONDS ? "broken" : seconds > WARN_ABOVE_SECONDS ? "warning" : "ok";
  return { name: "Clock", status, message };
}
