import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Longer than any attempt may take: a file that nobody wrote to for so long has no owner, on whatever machine it was made. */
const ABANDONED_AFTER_MS = 3 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

const holder = globalThis as typeof globalThis & { auditoriaTemporary?: { instance: string; sweptAt: number } };

/** Where downloads are written until they are known to be audio: on the same disk as their target, so that a rename moves them. */
export const TEMPORARY_FOLDER = path.join(env.DATA_DIR, "recordings", ".incoming");

/** A path for a new file in the temporary folder, marked as this process's own. Clears what crashes left, at the first call and each hour. */
export async function allocateTemporaryFile(): Promise<string> {
  const state = currentState();
  if (Date.now() - state.sweptAt > SWEEP_EVERY_MS) {
    state.sweptAt = Date.now();
    await removeAbandonedFiles();
  }
  return path.join(TEMPORARY_FOLDER, `${ownPrefix(state.instance)}${randomUUID()}.part`);
}

/**
 * Removes temporary files whose process is gone: at once when it ran on this machine, by age otherwise, since several machines may share
 * the folder. Files of a live process stay. Returns how many were removed.
 */
export async function removeAbandonedFiles(): Promise<number> {
  await mkdir(TEMPORARY_FOLDER, { recursive: true, mode: 0o700 });
  let removed = 0;
  for (const name of await readdir(TEMPORARY_FOLDER)) {
    const file = path.join(TEMPORARY_FOLDER, name);
    if (!(await isAbandoned(name, file))) continue;
    await rm(file, { force: true });
    removed++;
  }
  if (removed > 0) log.info({ removed }, "removed temporary recordings that a crash left behind");
  return removed;
}

async function isAbandoned(name: string, file: string): Promise<boolean> {
  const { machine, pid, instance } = /^(?<machine>[^~]*)~(?<pid>\d+)~(?<instance>[0-9a-f-]+)~/.exec(name)?.groups ?? {};
  if (machine === machineName()) {
    if (Number(pid) === process.pid) return instance !== currentState().instance;
    return !isAlive(Number(pid));
  }
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything but "no such process" means that there is one.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

function currentState() {
  holder.auditoriaTemporary ??= { instance: randomUUID(), sweptAt: 0 };
  return holder.auditoriaTemporary;
}

function ownPrefix(instance: string): string {
  return `${machineName()}~${process.pid}~${instance}~`;
}

function machineName(): string {
  return hostname().replace(/[^\w.-]/g, "_");
}
