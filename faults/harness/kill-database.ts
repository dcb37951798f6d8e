import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { findServer } from "@/db/embedded/server-process";
import { waitUntil } from "./wait-until";

const run = promisify(execFile);

/** kill -9 of the PostgreSQL in `folder` with every process of it at once, so that nothing that was only in its memory can be saved. */
export async function killDatabase(folder: string): Promise<void> {
  const server = await findServer(folder);
  if (!server) throw new Error(`No PostgreSQL runs in ${folder}.`);
  // Each of its processes leads a group of its own. Stopped, the postmaster makes no new ones while we look for them.
  process.kill(server.pid, "SIGSTOP");
  const family = (await listProcesses()).filter(({ pid, parentPid }) => pid === server.pid || parentPid === server.pid);
  for (const { pid } of family) kill(pid);
  const pids = new Set(family.map(({ pid }) => pid));
  await waitUntil({ what: "PostgreSQL to be dead", withinMs: 10_000 }, async () =>
    (await listProcesses()).every(({ pid, isDead }) => isDead || !pids.has(pid)),
  );
}

type Process = { pid: number; parentPid: number /** Ended, but not collected by its parent. */; isDead: boolean };

/** Small systems have no ps, and only Linux has /proc. */
async function listProcesses(): Promise<Process[]> {
  const lines = process.platform === "linux" ? await readProc() : (await run("ps", ["-A", "-o", "pid=,stat=,ppid="])).stdout.split("\n");
  return lines.flatMap((line) => {
    const [pid, state = "", parentPid] = line.trim().split(/\s+/);
    return pid ? [{ pid: Number(pid), parentPid: Number(parentPid), isDead: state.startsWith("Z") }] : [];
  });
}

/** A stat file reads `pid (name) state ppid …`, where the name may hold anything. */
async function readProc(): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const files = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return files.map((text) => text.replace(/ \(.*\) /s, " "));
}

/** One that ended by itself meanwhile is as dead as it should be. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
