import { mkdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import type { Finding } from "./finding";

const BROKEN_BELOW_BYTES = 512 * 1024 ** 2;
const WARN_BELOW_BYTES = 5 * 1024 ** 3;
const SECRETS = ["encryption-key", "session-secret"];

/** Whether DATA_DIR can be written, has room, and keeps its secrets to its owner. */
export async function checkDataFolder(): Promise<Finding[]> {
  return [await checkRoom(env.DATA_DIR), await checkSecrets(env.DATA_DIR)];
}

async function checkRoom(folder: string): Promise<Finding> {
  const name = "Data folder";
  const trial = path.join(folder, `.doctor-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(trial, "");
    await rm(trial);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, status: "broken", message: `${folder} can't be written: ${reason}.` };
  }
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  const message = `${folder} can be written and has ${(freeBytes / 1024 ** 3).toFixed(1)} GiB free.`;
  if (freeBytes < BROKEN_BELOW_BYTES) return { name, status: "broken", message: `${message} PostgreSQL needs room to go on.` };
  return freeBytes < WARN_BELOW_BYTES
    ? { name, status: "warning", message: `${message} Recordings will fill it soon.` }
    : { name, status: "ok", message };
}

async function checkSecrets(folder: string): Promise<Finding> {
  const name = "Secrets";
  const open = [];
  for (const file of SECRETS.map((secret) => path.join(folder, secret))) {
    // One that the environment gives has no file.
    const found = await stat(file).catch(() => null);
    if (found && (found.mode & 0o077) !== 0) open.push(file);
  }
  return open.length === 0
    ? { name, status: "ok", message: "No other account can read them." }
    : { name, status: "broken", message: `Other accounts can read ${open.join(" and ")}: chmod 600.` };
}
