import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ADVISORY_LOCKS } from "./advisory-locks";

/** Brings the database at `url` to the newest schema. Idempotent; safe when several processes start together. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined, connection: { application_name: "auditoria-migrate" } });
  try {
    // Any number of processes may start at once; one migrates, the others wait for it.
    await client`select pg_advisory_lock(${ADVISORY_LOCKS.migration})`;
    await migrate(drizzle(client), { migrationsFolder: path.join(process.cwd(), "db/migrations") });
  } finally {
    await client.end();
  }
}
