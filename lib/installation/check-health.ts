import { setTimeout as wait } from "node:timers/promises";
import { sqlClient } from "@/db/client";
import { shutdownSignal } from "@/lib/shutdown";

const DATABASE_TIMEOUT_MS = 2_000;

/** Whether the application takes traffic now; `reason` is for whoever looks after it. */
export type Health = { status: "ok" } | { status: "unavailable"; reason: string };

/** Unavailable while the process ends, and while the database does not answer within two seconds. */
export async function checkHealth(): Promise<Health> {
  if (shutdownSignal().aborted) return { status: "unavailable", reason: "The application is ending." };
  const answered = sqlClient`select 1`.then(
    () => true,
    () => false,
  );
  const isDatabaseThere = await Promise.race([answered, wait(DATABASE_TIMEOUT_MS, false, { ref: false })]);
  return isDatabaseThere ? { status: "ok" } : { status: "unavailable", reason: "The database does not answer." };
}
