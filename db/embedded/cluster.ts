import path from "node:path";
import { stopServer } from "./server-process";
import { lockCluster, type RunningCluster, startOrTakeOver } from "./start-or-take-over";

/** A running PostgreSQL of our own. */
export type Cluster = RunningCluster & {
  /** Ends it in an orderly way: sessions are closed, everything is written. */
  stop: () => Promise<void>;
};

type StartClusterInput = { folder: string; settings?: Record<string, string> };

/**
 * Starts PostgreSQL from the binaries that npm installed, with its data under `folder`, or takes over the one that already runs there
 * (a process that was killed leaves its server behind). Listens on loopback only, with a password that is made once. As root, the server
 * runs as a user of its own, since PostgreSQL refuses to run as root. Nobody watches it: joinCluster does that too.
 */
export async function startCluster({ folder, settings = {} }: StartClusterInput): Promise<Cluster> {
  const place = path.resolve(folder);
  const lock = await lockCluster(place);
  try {
    const cluster = await startOrTakeOver({ folder: place, settings, mustKeepPort: false });
    return { ...cluster, stop: () => stopServer({ folder: place, pid: cluster.pid }) };
  } finally {
    lock.release();
  }
}
