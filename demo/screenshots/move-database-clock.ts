import { sqlClient } from "@/db/client";

/**
 * Makes PostgreSQL's now() the process's own moved time, for statements and triggers that ask by name. Connections are made anew, since
 * each keeps the names that it began with.
 */
export async function moveDatabaseClock(offsetMs: number): Promise<void> {
  const [current] = await sqlClient<{ name: string }[]>`select current_database() as name`;
  await sqlClient.unsafe(`
    create schema moved;
    create function moved.now() returns timestamptz stable language sql
      return pg_catalog.now() + interval '${offsetMs} milliseconds';
    create function moved.clock_timestamp() returns timestamptz volatile language sql
      return pg_catalog.clock_timestamp() + interval '${offsetMs} milliseconds';
    alter database ${current?.name} set search_path = moved, public, pg_catalog`);
  // The asking connection goes last, and hears of its end in place of an answer.
  const ended = sqlClient`
    select pg_terminate_backend(pid) from
      (select pid from pg_stat_activity where datname = current_database() order by pid = pg_backend_pid()) as connections`;
  await ended.catch(() => undefined);
}
