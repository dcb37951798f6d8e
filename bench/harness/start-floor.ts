import { spawn } from "node:child_process";
import path from "node:path";
import { PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";
import { childEnvironment } from "./child-environment";
import { endProcess } from "./end-process";
import { freePort } from "./free-port";
import { waitUntil } from "./wait-until";

/** Starts the built floor (bench/floor) in a process of its own and waits until its empty handler answers. */
export async function startFloor(): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/empty`;
  const cwd = path.join(ROOT, "bench/floor");
  const child = spawn(PINNED_NODE, ["--import", "tsx", "serve.mjs", String(port)], {
    cwd,
    env: childEnvironment({}),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const isReady = async () => {
    if (child.exitCode !== null) throw new Error(`The floor ended with status ${child.exitCode}.`);
    const response = await fetch(url, { method: "POST", body: "{}" }).catch(() => null);
    return response?.status === 200;
  };
  try {
    await waitUntil(isReady, { everyMs: 50, limitMs: 30_000, otherwise: "The floor did not become ready." });
  } catch (error) {
    await endProcess(child);
    throw error;
  }
  if (child.pid === undefined) throw new Error("The floor has no process.");
  return { url, pid: child.pid, stop: () => endProcess(child) };
}
