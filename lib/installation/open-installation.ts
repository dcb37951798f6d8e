import { access, constants, mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { joinCluster } from "@/db/embedded/join-cluster";
import type { ClusterEvent } from "@/db/embedded/watch-server";
import { migrateDatabase } from "@/db/migrate";
import { completeEnvironment, env } from "@/lib/env";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import { checkDurability } from "./check-durability";
import { keptSecret } from "./kept-secret";

const DATABASE_RETRY_MS = 2_000;

type OpenInstallationInput = {
  /** Keep asking while the database of DATABASE_URL is away, until the signal aborts; without it, fail at once. */
  waitForDatabase?: AbortSignal;
  /** Whether to bring the schema up to date; only who looks at the database as it is leaves it alone. */
  migrate?: boolean;
};

/** What a process holds of its installation until it closes it. */
export type Installation = { close: () => Promise<void> };

/**
 * Makes ready what every process needs before it loads anything that uses the database: the data folder, its keys, the embedded PostgreSQL
 * when DATABASE_URL is unset (shared by all processes of one DATA_DIR, stopped by the last), the newest schema. Everything it found is in
 * the environment afterwards. `close` comes last, after the database pools.
 */
export async function openInstallation({ waitForDatabase, migrate = true }: OpenInstallationInput = {}): Promise<Installation> {
  await makeDataFolder(env.DATA_DIR);
  completeEnvironment({
    ENCRYPTION_KEY: env.ENCRYPTION_KEY ?? (await keptSecret("encryption-key")),
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? (await keptSecret("session-secret")),
  });
  if (env.DATABASE_URL) {
    await prepareDatabase({ url: env.DATABASE_URL, migrate, waitForDatabase });
    return { close: async () => undefined };
  }
  const cluster = await joinCluster({ folder: path.join(env.DATA_DIR, "postgres"), onEvent: logClusterEvent });
  try {
    await prepareDatabase({ url: cluster.url, migrate });
    completeEnvironment({ DATABASE_URL: cluster.url });
    return { close: cluster.leave };
  } catch (error) {
    await cluster.leave();
    throw error;
  }
}

async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("invalid", `DATA_DIR: the folder ${folder} can't be written (${reason}).`, { cause: error });
  }
}

type PrepareInput = OpenInstallationInput & { url: string };

async function prepareDatabase({ url, migrate, waitForDatabase }: PrepareInput): Promise<void> {
  for (;;) {
    try {
      const { fsync } = await checkDurability(url);
      if (!fsync) log.warn("the database has fsync off: a crash of its machine can lose acknowledged calls");
      if (migrate) await migrateDatabase(url);
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      const { host } = new URL(url);
      const sentence = `The database at ${host} does not answer (${error instanceof Error ? error.message : String(error)}).`;
      if (!waitForDatabase) throw new AppError("unavailable", sentence, { cause: error });
      log.warn(`${sentence} Trying again.`);
      await wait(DATABASE_RETRY_MS, undefined, { signal: waitForDatabase });
    }
  }
}

function logClusterEvent(event: ClusterEvent): void {
  if (event.kind === "died") log.error({ pid: event.pid }, "PostgreSQL died, starting it again");
  else if (event.kind === "restarted") log.info({ pid: event.pid }, "PostgreSQL runs again");
  else log.error({ err: event.error, attempt: event.attempt }, "PostgreSQL could not be started again, trying further");
}
