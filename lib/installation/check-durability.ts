import postgres from "postgres";
import { AppError } from "@/lib/errors";

const LOWEST_VERSION = 15;

/** What a PostgreSQL says of itself: its version, and whether a commit that it acknowledges survives a crash of its machine. */
export type Durability = { version: string; synchronousCommit: string; fsync: boolean; fullPageWrites: boolean };

/**
 * Asks the server at `url` as the application's own connections would. Throws `invalid` in one sentence when it is too old, or when it
 * would acknowledge commits that are not on disk, since an acknowledged call must never be lost.
 */
export async function checkDurability(url: string): Promise<Durability> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined, connection: { synchronous_commit: "on" } });
  try {
    const [row] = await client<{ version: string; number: string; commit: string; fsync: string; pages: string }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num') as number,
        current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync, current_setting('full_page_writes') as pages`;
    if (!row) throw new Error("PostgreSQL said nothing of its settings.");
    if (Math.trunc(Number(row.number) / 10_000) < LOWEST_VERSION)
      throw new AppError("invalid", `The database is PostgreSQL ${row.version}; at least version ${LOWEST_VERSION} is needed.`);
    if (row.commit === "off")
      throw new AppError(
        "invalid",
        "The database has synchronous_commit off: it would acknowledge calls that a crash could lose. Turn it on for the application's user or database.",
      );
    return { version: row.version, synchronousCommit: row.commit, fsync: row.fsync === "on", fullPageWrites: row.pages === "on" };
  } finally {
    await client.end({ timeout: 1 });
  }
}
