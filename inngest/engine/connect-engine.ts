import postgres from "postgres";

/** A session or a transaction; statements go to either. */
export type Executor = postgres.ISql;

/** How many connections one engine uses: its loop, its writes, its heartbeat, its sweep. */
const CONNECTIONS = 4;

/**
 * The engine's own connections. Commits don't wait for the disk: what a crash of PostgreSQL takes back is a little motion, and the state
 * that is left is one that was, so that the engine goes on from there. What others rely on (an event that was sent) is committed by
 * `sqlClient`, which does wait.
 */
export function connectEngine(url: string): postgres.Sql {
  return postgres(url, {
    max: CONNECTIONS,
    connect_timeout: 5,
    backoff: reconnectDelay,
    onnotice: () => undefined,
    connection: {
      application_name: "auditoria-engine",
      synchronous_commit: "off",
      TimeZone: "UTC",
      // A process that is frozen inside a transaction must not hold up the others for longer.
      idle_in_transaction_session_timeout: 10_000,
      lock_timeout: 10_000,
      statement_timeout: 60_000,
      jit: "off",
    },
  });
}

/** Seconds before the connection is tried again. */
export function reconnectDelay(failures: number): number {
  return Math.min(0.1 * 2 ** failures, 2);
}
