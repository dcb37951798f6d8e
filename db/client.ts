import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";

const holder = globalThis as typeof globalThis & { auditoriaDatabase?: ReturnType<typeof connect> };

/** One connection pool a process, however often the bundler loads this file. */
holder.auditoriaDatabase ??= connect();

/** The database, through drizzle: for everything but the hot paths. */
export const db = holder.auditoriaDatabase.db;

/** A client of its own for hand-written statements: drizzle changes how its client writes JSON and dates, this one is untouched. */
export const sqlClient = holder.auditoriaDatabase.sqlClient;

export type Database = typeof db;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Ends both pools, waiting for the statements under way. */
export async function closeDatabase(): Promise<void> {
  const { drizzleClient } = holder.auditoriaDatabase ?? connect();
  await Promise.all([drizzleClient.end({ timeout: 5 }), sqlClient.end({ timeout: 5 })]);
}

function connect() {
  const options: postgres.Options<Record<string, never>> = {
    connect_timeout: 5,
    backoff: reconnectDelay,
    onnotice: () => undefined,
    connection: { application_name: "auditoria", synchronous_commit: "on", TimeZone: "UTC" },
  };
  // Nothing connects before the first statement, so a build needs no database.
  const url = env.DATABASE_URL ?? "postgres://database.not.configured.invalid/";
  const drizzleClient = postgres(url, { ...options, max: env.DATABASE_POOL_SIZE });
  return {
    drizzleClient,
    sqlClient: postgres(url, { ...options, max: env.DATABASE_POOL_SIZE }),
    db: drizzle(drizzleClient, { schema, casing: "snake_case" }),
  };
}

/**
 * Seconds before a connection is tried again. The driver counts the failures of all connections together and by itself waits up to 20 s, in
 * which calls would be turned away by a database that has long been back.
 */
function reconnectDelay(failures: number): number {
  return Math.min(0.05 * 2 ** failures, 0.5);
}
