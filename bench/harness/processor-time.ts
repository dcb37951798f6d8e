import { readdir, readFile } from "node:fs/promises";

/** Linux counts in hundredths of a second for everybody, whatever its own clock. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of processor time that a process has used so far, with all its threads; `withChildren` also those of the children that it has
 * or had. Linux only.
 */
export async function processorTime(pid: number, { withChildren = false } = {}): Promise<number> {
  const own = await readStat(pid);
  if (!own) throw new Error(`Process ${pid} is gone.`);
  if (!withChildren) return own.used;
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const others = await Promise.all(pids.map(readStat));
  const children = others.filter((other) => other?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.used ?? 0), own.used + own.usedByEndedChildren);
}

async function readStat(pid: number): Promise<{ parent: number; used: number; usedByEndedChildren: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // The second field is the program's name in brackets, which may itself hold spaces and brackets.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  if (!fields) return null;
  const seconds = (index: number) => Number(fields[index]) / TICKS_PER_SECOND;
  return { parent: Number(fields[1]), used: seconds(11) + seconds(12), usedByEndedChildren: seconds(13) + seconds(14) };
}
