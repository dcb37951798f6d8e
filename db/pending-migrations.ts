import { sqlClient } from "./client";
import journal from "./migrations/meta/_journal.json";

/** Names of the migrations of this program that the database has not seen, oldest first. */
export async function pendingMigrations(): Promise<string[]> {
  const [table] = await sqlClient`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return journal.entries.map(({ tag }) => tag);
  const [newest] = await sqlClient<{ at: string | null }[]>`select max(created_at)::text as at from drizzle.__drizzle_migrations`;
  return journal.entries.filter(({ when }) => when > Number(newest?.at ?? 0)).map(({ tag }) => tag);
}
