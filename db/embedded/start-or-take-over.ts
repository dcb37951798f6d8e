import { chown, lchown, mkdir } from "node:fs/promises";
import postgres from "postgres";
import { clusterAddress, DATABASE } from "./cluster-address";
import { clusterPaths } from "./cluster-paths";
import { prepareDataFolder } from "./data-folder";
import { type ProcessLock, takeProcessLock } from "./process-lock";
import { type ServerAccount, serverAccount } from "./server-account";
import { serverBinaries } from "./server-binaries";
import { serverLauncher } from "./server-launcher";
import { serverPort } from "./server-port";
import { findServer, launchServer, type ServerProcess } from "./server-process";

const POLL_MS = 20;

export type ClusterInput = {
  /** Absolute path of a folder of its own. */
  folder: string;
  /** Server settings beyond ours, such as { fsync: "off" }. */
  settings: Record<string, string>;
  /** Fail rather than listen on another port than last time. */
  mustKeepPort: boolean;
};

/** A server that takes connections, and the address of the application's database on it. */
export type RunningCluster = { url: string; pid: number };

/** Makes the cluster's folder, and takes the lock that whoever starts or stops its server holds. */
export async function lockCluster(folder: string): Promise<ProcessLock> {
  const account = await serverAccount({ dataFolder: clusterPaths(folder).data });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (account) await chown(folder, account.uid, account.gid);
    return await takeProcessLock(clusterPaths(folder).startLock);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database's folder ${folder} can't be used: ${reason}.`, { cause: error });
  }
}

/** Only under the cluster's lock: the server that runs on the folder, or a new one. */
export async function startOrTakeOver({ folder, settings, mustKeepPort }: ClusterInput): Promise<RunningCluster> {
  const account = await serverAccount({ dataFolder: clusterPaths(folder).data });
  const binaries = await serverBinaries();
  const launcher = await serverLauncher({ folder, binaries, account });
  await prepareDataFolder({ folder, account, binaries, launcher });
  const running =
    (await runningServer(folder)) ??
    (await launchServer({ folder, port: await serverPort({ folder, mustKeep: mustKeepPort }), settings, binaries, launcher }));
  if (account) await handOver(folder, account);
  const url = await clusterAddress(folder);
  await createDatabaseIfMissing(url);
  return { url, pid: running.pid };
}

/** What root wrote beside the data: its owner must be able to start the server without root later. */
async function handOver(folder: string, { uid, gid }: ServerAccount): Promise<void> {
  const { port, log, startLock, usersLock } = clusterPaths(folder);
  for (const file of [port, log, startLock, usersLock])
    await lchown(file, uid, gid).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    });
}

/** The server that is there, once it takes connections: its starter may have been killed while it was still starting. */
async function runningServer(folder: string): Promise<ServerProcess | null> {
  for (;;) {
    const found = await findServer(folder);
    if (!found || found.isReady) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const client = postgres(url, { database: "postgres", max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const found = await client`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await client`create database ${client(DATABASE)}`;
  } finally {
    await client.end({ timeout: 1 });
  }
}
