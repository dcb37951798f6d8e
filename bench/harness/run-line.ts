import { spawn } from "node:child_process";
import { once } from "node:events";
import { glob, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { findServer, stopServer } from "@/db/embedded/server-process";
import { PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";
import { childEnvironment } from "./child-environment";
import type { LineOptions, LineReport } from "./line-report";

const figureShape = z.object({ what: z.string(), must: z.string(), measured: z.string(), isMet: z.boolean().nullable(), runs: z.string() });
const messageShape = z.union([
  z.object({ report: z.object({ figures: z.array(figureShape), notes: z.array(z.string()) }) }),
  z.object({ failure: z.string() }),
]);

type RunLineInput = LineOptions & { name: string; limitSeconds: number; signal: AbortSignal };

/**
 * Measures one line in a process group of its own, with an installation of its own under the project's data folder, so that it lies on
 * the disk that a real one lies on. Whatever happens, its processes have ended and its folder is gone afterwards. Throws why it failed.
 */
export async function runLine({ name, isQuick, limitSeconds, signal }: RunLineInput): Promise<LineReport> {
  const dataDir = path.join(ROOT, ".data", `bench-${process.pid}-${name}`);
  await mkdir(dataDir, { recursive: true });
  const child = spawn(PINNED_NODE, ["--import", "tsx", "bench/measure-line.ts", name, isQuick ? "quick" : "full"], {
    cwd: ROOT,
    env: childEnvironment({ DATA_DIR: dataDir, TMPDIR: dataDir }),
    stdio: ["ignore", 2, 2, "ipc"],
    detached: true,
  });
  let failure = "it ended without a report";
  let report: LineReport | null = null;
  child.on("message", (message) => {
    const told = messageShape.parse(message);
    if ("report" in told) report = told.report;
    else failure = told.failure;
  });
  const endGroup = (reason: string) => {
    failure = reason;
    signalGroup(child.pid, "SIGKILL");
  };
  const timer = setTimeout(() => endGroup(`it took longer than ${limitSeconds} s`), limitSeconds * 1_000);
  const interrupt = () => endGroup("it was interrupted");
  signal.addEventListener("abort", interrupt, { once: true });
  try {
    await once(child, "exit");
    if (report === null) throw new Error(failure);
    return report;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", interrupt);
    signalGroup(child.pid, "SIGKILL");
    await stopServersUnder(dataDir);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Ends what is left of a line: its applications, hosts and load generators are in its group, PostgreSQL is not. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in it.
  }
}

/** A server outlives the process that started it, if that is killed. */
async function stopServersUnder(dataDir: string): Promise<void> {
  for await (const note of glob("**/postmaster.pid", { cwd: dataDir })) {
    const folder = path.join(dataDir, note, "../..");
    const server = await findServer(folder);
    if (server) await stopServer({ folder, pid: server.pid });
  }
}
