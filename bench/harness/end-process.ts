import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Asks a child to end and waits for it; after `limitMs` it is made to. */
export async function endProcess(child: ChildProcess, { limitMs = 30_000 } = {}): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(timer);
}
