import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import postgres from "postgres";
import { type ServerAccount, serverAccount } from "./server-account";
import { serverBinaries } from "./server-binaries";

const SUPERUSER = "auditoria";
const DATABASE = "auditoria";
const START_TIMEOUT_MS = 60_000;

/** A running PostgreSQL of our own. */
export type Cluster = {
  /** postgres:// address of the application's database. */
  url: string;
  /** Process id of the postmaster. */
  pid: number;
  /** Ends it in an orderly way: sessions are closed, everything is written. */
  stop: () => Promise<void>;
};

type StartClusterInput = {
  /** Folder of its own; made when missing. */
  folder: string;
  /** Server settings beyond ours, such as { fsync: "off" }. */
  settings?: Record<string, string>;
};

/**
 * Starts PostgreSQL from the binaries that npm installed, with its data under `folder`, or takes over the one that already runs there
 * (a process that was killed leaves its server behind). Listens on loopback only, with a password that is made once. As root, the server
 * runs as a user of its own, since PostgreSQL refuses to run as root.
 */
export async function startCluster({ folder, settings = {} }: StartClusterInput): Promise<Cluster> {
  const dataFolder = path.join(folder, "data");
  const account = await serverAccount();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
  const password = await readOrMakePassword(path.join(folder, "password"), account);
  if (!(await exists(path.join(dataFolder, "PG_VERSION"))))
    await initialise({ dataFolder, passwordFile: path.join(folder, "password"), account });

  const running = await findRunning(dataFolder);
  if (running) {
    const url = addressOf(running.port, password);
    await waitUntilReady(url);
    return { url, pid: running.pid, stop: () => stopCluster(running.pid) };
  }
  const port = await freePort();
  const child = await launch({ dataFolder, logFile: path.join(folder, "server.log"), port, settings, account });
  const url = addressOf(port, password);
  await waitUntilReady(url, child);
  return { url, pid: pidOf(child), stop: () => stopCluster(pidOf(child)) };
}

function addressOf(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

async function readOrMakePassword(file: string, account: ServerAccount | null): Promise<string> {
  const made = randomBytes(24).toString("hex");
  try {
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: "wx" });
    if (account) await chown(file, account.uid, account.gid);
    return made;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return (await readFile(file, "utf8")).trim();
  }
}

async function initialise({
  dataFolder,
  passwordFile,
  account,
}: {
  dataFolder: string;
  passwordFile: string;
  account: ServerAccount | null;
}) {
  // An initdb that was cut short leaves a folder without PG_VERSION that the next one would refuse.
  await rm(dataFolder, { recursive: true, force: true });
  const { initdb } = await serverBinaries();
  const options = [
    "--auth=scram-sha-256",
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--lc-messages=C",
  ];
  const child = spawn(initdb, [`--pgdata=${dataFolder}`, ...options], { ...account, stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString("utf8");
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (exitCode !== 0) throw new Error(`PostgreSQL could not make its data folder ${dataFolder}: ${complaint.trim()}`);
}

type LaunchInput = { dataFolder: string; logFile: string; port: number; settings: Record<string, string>; account: ServerAccount | null };

async function launch({ dataFolder, logFile, port, settings, account }: LaunchInput): Promise<ChildProcess> {
  const all: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    jit: "off",
    synchronous_commit: "on",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logHandle = await open(logFile, "a", 0o600);
  const { postgres: binary } = await serverBinaries();
  try {
    // Detached: a Ctrl-C in the terminal goes to the application, which then drains before it stops the server.
    const child = spawn(binary, ["-D", dataFolder, "-p", String(port), ...flags], {
      ...account,
      detached: true,
      stdio: ["ignore", logHandle.fd, logHandle.fd],
    });
    child.unref();
    return child;
  } finally {
    await logHandle.close();
  }
}

async function waitUntilReady(url: string, child?: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child && child.exitCode !== null)
      throw new Error(`PostgreSQL ended at once with status ${child.exitCode}; its server.log says why.`);
    try {
      await createDatabaseIfMissing(url);
      return;
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error("PostgreSQL did not become ready within a minute; its server.log says why.", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const client = postgres(url, { database: "postgres", max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    const found = await client`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await client`create database ${client(DATABASE)}`;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** The server that runs on a data folder, by its own note; null when there is none, or the note is a leftover. */
async function findRunning(dataFolder: string): Promise<{ pid: number; port: number } | null> {
  const note = await readFile(path.join(dataFolder, "postmaster.pid"), "utf8").catch(() => "");
  const lines = note.split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return isPostmaster(pid, dataFolder).then((isAlive) => (isAlive ? { pid, port } : null));
}

async function isPostmaster(pid: number, dataFolder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // After a reboot the number may belong to somebody else.
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return commandLine === null || commandLine.includes(dataFolder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Fast shutdown (SIGINT): open transactions are rolled back, and everything acknowledged is on disk. */
async function stopCluster(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("PostgreSQL could not be started: its binary is missing or may not be run.");
  return child.pid;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
