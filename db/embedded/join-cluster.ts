import path from "node:path";
import { clusterPaths } from "./cluster-paths";
import { type ProcessLock, tryProcessLock } from "./process-lock";
import { findServer, stopServer } from "./server-process";
import { lockCluster, startOrTakeOver } from "./start-or-take-over";
import { type ClusterEvent, watchServer } from "./watch-server";

/** A process's share in the installation's PostgreSQL. */
export type ClusterMembership = {
  /** postgres:// address of the application's database; stays the same when the server is restarted. */
  url: string;
  /** Lets go of the server, and stops it when no other process uses it. */
  leave: () => Promise<void>;
};

type JoinClusterInput = { folder: string; settings?: Record<string, string>; onEvent?: (event: ClusterEvent) => void };

/**
 * Makes this process one of those that use the PostgreSQL under `folder`: starts the server or takes it over, starts it again on the same
 * port whenever it dies, and leaves it to the others at the end. The last one out stops it, whoever started it. A killed process counts
 * as gone, since its lock goes with it.
 */
export async function joinCluster({ folder, settings = {}, onEvent = () => undefined }: JoinClusterInput): Promise<ClusterMembership> {
  const place = path.resolve(folder);
  const lock = await lockCluster(place);
  let use: ProcessLock | null = null;
  try {
    use = markUse(place);
    const held = use;
    const cluster = await startOrTakeOver({ folder: place, settings, mustKeepPort: false });
    const stopWatching = watchServer({ folder: place, settings, cluster, onEvent });
    return {
      url: cluster.url,
      leave: async () => {
        await stopWatching();
        await leaveCluster({ folder: place, use: held });
      },
    };
  } catch (error) {
    use?.release();
    throw error;
  } finally {
    lock.release();
  }
}

/** Under the cluster's lock nobody is on the way out, so the mark is free to take. */
function markUse(folder: string): ProcessLock {
  const use = tryProcessLock(clusterPaths(folder).usersLock, "shared");
  if (!use) throw new Error(`Another program holds ${clusterPaths(folder).usersLock}.`);
  return use;
}

async function leaveCluster({ folder, use }: { folder: string; use: ProcessLock }): Promise<void> {
  const lock = await lockCluster(folder);
  try {
    use.release();
    const alone = tryProcessLock(clusterPaths(folder).usersLock, "exclusive");
    if (!alone) return;
    try {
      const running = await findServer(folder);
      if (running) await stopServer({ folder, pid: running.pid });
    } finally {
      alone.release();
    }
  } finally {
    lock.release();
  }
}
