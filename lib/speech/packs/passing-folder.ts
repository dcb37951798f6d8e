import { randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { modelsFolder } from "./pack-folder";
import type { PackName } from "./pack-list";

const PREFIX = ".passing-";
/** A folder that is this old was left behind, also where another process bears its owner's number by now. */
const LEFT_BEHIND_MS = 24 * 60 * 60_000;

/** A name beside the packs for what is no pack yet, or no longer: it says whose it is, so that others can tell what was left behind. */
export function passingFolder(name: PackName): string {
  return path.join(modelsFolder(), `${PREFIX}${name}-${process.pid}-${randomUUID()}@${hostname()}`);
}

/** Takes away the passing folders of processes that were killed. */
export async function sweepPassingFolders(): Promise<void> {
  for (const name of await readdir(modelsFolder())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(modelsFolder(), name);
    const [, pid, host] = /-(\d+)-[0-9a-f-]{36}@(.*)$/.exec(name) ?? [];
    const isOfThisMachine = host === hostname() && pid !== undefined;
    if ((isOfThisMachine && !isRunning(Number(pid))) || (await isOld(folder))) await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function isOld(folder: string): Promise<boolean> {
  const touchedAt = await stat(folder).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  return Date.now() - touchedAt > LEFT_BEHIND_MS;
}
