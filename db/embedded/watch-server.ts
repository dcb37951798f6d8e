import { setTimeout as wait } from "node:timers/promises";
import type { ProcessLock } from "./process-lock";
import { isServerAlive } from "./server-process";
import { type ClusterInput, lockCluster, type RunningCluster, startOrTakeOver } from "./start-or-take-over";

const WATCH_MS = 250;
const RESTART_DELAYS_MS = [0, 100, 200, 500, 1_000, 2_000];
const LONGEST_RESTART_DELAY_MS = 5_000;

/** What a member hears of its server. */
export type ClusterEvent =
  | { kind: "died"; pid: number }
  | { kind: "restarted"; pid: number }
  | { kind: "restart-failed"; error: unknown; attempt: number };

type WatchServerInput = Pick<ClusterInput, "folder" | "settings"> & {
  cluster: RunningCluster;
  onEvent: (event: ClusterEvent) => void;
};

/**
 * Looks at the server a few times a second and brings it back on its port when it is gone, waiting longer after each failure. Several
 * processes may watch one server: one starts it, the others take it over. Returns how to end the watch.
 */
export function watchServer({ folder, settings, cluster, onEvent }: WatchServerInput): () => Promise<void> {
  const ending = new AbortController();
  const watching = watch({ folder, settings, cluster, onEvent, signal: ending.signal });
  return async () => {
    ending.abort();
    await watching;
  };
}

type Watch = WatchServerInput & { signal: AbortSignal };

async function watch({ cluster, signal, ...rest }: Watch): Promise<void> {
  let { pid } = cluster;
  while (await pause(WATCH_MS, signal)) {
    if (await isServerAlive({ folder: rest.folder, pid })) continue;
    rest.onEvent({ kind: "died", pid });
    pid = (await restart({ ...rest, signal })) ?? pid;
  }
}

/** The new server's process id; null when the watch ended first. */
async function restart({ folder, settings, onEvent, signal }: Omit<Watch, "cluster">): Promise<number | null> {
  for (let attempt = 0; await pause(RESTART_DELAYS_MS[attempt] ?? LONGEST_RESTART_DELAY_MS, signal); attempt += 1) {
    let lock: ProcessLock | null = null;
    try {
      lock = await lockCluster(folder);
      const { pid } = await startOrTakeOver({ folder, settings, mustKeepPort: true });
      onEvent({ kind: "restarted", pid });
      return pid;
    } catch (error) {
      onEvent({ kind: "restart-failed", error, attempt });
    } finally {
      lock?.release();
    }
  }
  return null;
}

/** Waits without keeping the process alive; false when the watch was ended meanwhile. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return wait(ms, !signal.aborted, { signal, ref: false }).catch(() => false);
}
