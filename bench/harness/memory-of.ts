import { readFile } from "node:fs/promises";

const MIB = 1024;

/** Resident memory of a process in MiB: now, and its highest since forgetPeak. Linux only. */
export async function memoryOf(pid: number): Promise<{ nowMib: number; peakMib: number }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / MIB;
  return { nowMib: read("VmRSS"), peakMib: read("VmHWM") };
}
