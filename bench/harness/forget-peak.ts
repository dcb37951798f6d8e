import { writeFile } from "node:fs/promises";

/** Makes the system forget the highest memory of a process, so that the next peak is of what happens from now on. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, "5");
}
