import { randomBytes } from "node:crypto";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { clusterPaths } from "./cluster-paths";
import type { ServerAccount } from "./server-account";
import type { ServerBinaries } from "./server-binaries";
import type { ServerLauncher } from "./server-launcher";

export const SUPERUSER = "auditoria";
const MAJOR_VERSION = "18";

type PrepareInput = { folder: string; account: ServerAccount | null; binaries: ServerBinaries; launcher: ServerLauncher };

/** Makes the password and the data folder where they are missing. Data that is there is never touched. */
export async function prepareDataFolder({ folder, account, binaries, launcher }: PrepareInput): Promise<void> {
  const { data, password: passwordFile } = clusterPaths(folder);
  await makePasswordIfMissing(passwordFile, account);
  const version = await readIfThere(path.join(data, "PG_VERSION"));
  if (version === null) await initialise({ data, passwordFile, binaries, launcher });
  else if (version !== MAJOR_VERSION)
    throw new Error(
      `The database in ${data} was made by PostgreSQL ${version}, and this installation brings ${MAJOR_VERSION}: move it by dump and restore.`,
    );
}

async function makePasswordIfMissing(file: string, account: ServerAccount | null): Promise<void> {
  if (await readIfThere(file)) return;
  await writeFile(file, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  if (account) await chown(file, account.uid, account.gid);
}

type InitialiseInput = { data: string; passwordFile: string; binaries: ServerBinaries; launcher: ServerLauncher };

/** In a folder aside, renamed when whole: an initdb that was cut short leaves nothing that looks like a database. */
async function initialise({ data, passwordFile, binaries, launcher }: InitialiseInput): Promise<void> {
  const making = `${data}.making`;
  await rm(making, { recursive: true, force: true });
  const args = [
    ...[`--pgdata=${making}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C.UTF-8", "--lc-messages=C"],
  ];
  const child = launcher(binaries.initdb, args, { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint += chunk.toString("utf8");
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (exitCode !== 0) throw new Error(`PostgreSQL could not make its data folder ${data}: ${complaint.trim()}`);
  await rename(making, data);
}

/** The file's text without the space around it; null only when there is no such file. */
async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
