import { open, readFile, stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { clusterPaths } from "./cluster-paths";
import type { ServerBinaries } from "./server-binaries";
import type { ServerLauncher } from "./server-launcher";

const MAX_LOG_BYTES = 5 * 1024 * 1024;
/** Long, because a server that was killed first replays what it had promised. */
const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 60_000;
const POLL_MS = 20;
/** Beyond the highest that systems give to processes. */
const NOBODYS_PID = 2_147_483_646;

/** A postmaster by its own note in the data folder. */
export type ServerProcess = { pid: number; port: number };

type LaunchInput = { folder: string; port: number; settings: Record<string, string>; binaries: ServerBinaries; launcher: ServerLauncher };

/** Starts the server and waits until it takes connections. It outlives this process unless somebody stops it. */
export async function launchServer({ folder, port, settings, binaries, launcher }: LaunchInput): Promise<ServerProcess> {
  const { data, log } = clusterPaths(folder);
  const all: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    jit: "off",
    synchronous_commit: "on",
    log_checkpoints: "off",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  await emptyIfLong(log);
  await disownNote(folder);
  const logHandle = await open(log, "a", 0o600);
  const logStart = (await logHandle.stat()).size;
  // Detached: a Ctrl-C in the terminal goes to the application, which then drains before it stops the server.
  const child = launcher(binaries.postgres, ["-D", data, "-p", String(port), ...flags], {
    detached: true,
    stdio: ["ignore", logHandle.fd, logHandle.fd],
  });
  child.unref();
  await logHandle.close();
  let spawnError: Error | null = null;
  child.once("error", (error) => {
    spawnError = error;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const running = await findServer(folder);
    if (running?.isReady && running.pid === child.pid) return { pid: running.pid, port: running.port };
    if (spawnError || child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL could not start: ${await lastWords(log, logStart)}`, { cause: spawnError });
    if (Date.now() > deadline) throw new Error(`PostgreSQL was not ready after five minutes; ${log} says why.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The server that runs on a cluster's data, by its own note; null when there is none, or the note is a leftover. */
export async function findServer(folder: string): Promise<(ServerProcess & { isReady: boolean }) | null> {
  const { data } = clusterPaths(folder);
  const note = await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "");
  const lines = note.split("\n");
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim()];
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return (await isServerAlive({ folder, pid })) ? { pid, port, isReady: status === "ready" } : null;
}

/** Whether the process is there, is not a dead one that nobody has collected, and is the server of this cluster. */
export async function isServerAlive({ folder, pid }: { folder: string; pid: number }): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal is alive all the same.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (process.platform !== "linux") return true;
  // After a reboot the number may belong to somebody else; a dead process that its parent has not collected has no command line.
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return commandLine.split("\0").includes(clusterPaths(folder).data);
}

/** Fast shutdown: open transactions are rolled back, all that was acknowledged is on disk. After a minute the server is made to end at once. */
export async function stopServer({ folder, pid }: { folder: string; pid: number }): Promise<void> {
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  let signal: NodeJS.Signals | null = "SIGINT";
  while (await isServerAlive({ folder, pid })) {
    if (signal) process.kill(pid, signal);
    signal = Date.now() > deadline ? "SIGQUIT" : null;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * In a note that a killed server left, the number may be that of another program by now (after a restart of a container it nearly always
 * is), or of a dead process that nobody collected; PostgreSQL would then refuse to start. The rest of the note stays: by it PostgreSQL
 * sees whether sessions of the killed server are still at the data.
 */
async function disownNote(folder: string): Promise<void> {
  const file = path.join(clusterPaths(folder).data, "postmaster.pid");
  const [pid, ...rest] = (await readFile(file, "utf8").catch(() => "")).split("\n");
  if (!pid || (await isServerAlive({ folder, pid: Number(pid) }))) return;
  await writeFile(file, [NOBODYS_PID, ...rest].join("\n"));
}

/** Before a start, so that the log of years stays small. */
async function emptyIfLong(log: string): Promise<void> {
  const found = await stat(log).catch(() => null);
  if (found && found.size > MAX_LOG_BYTES) await truncate(log);
}

async function lastWords(log: string, from: number): Promise<string> {
  const written = (await readFile(log)).subarray(from).toString("utf8");
  const lines = written.split("\n").filter((line) => /FATAL|ERROR|PANIC|HINT|setpriv/.test(line));
  return lines.map((line) => line.replace(/^.*?(FATAL|ERROR|PANIC|HINT): */, "")).join(" ") || `${log} says why.`;
}
