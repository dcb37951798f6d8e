import { rename, rm } from "node:fs/promises";
import { packFolder } from "./pack-folder";
import type { PackName } from "./pack-list";
import { passingFolder } from "./passing-folder";

/** Takes a pack away. True when there was one. Jobs that have loaded it end with it. */
export async function removePack({ name }: { name: PackName }): Promise<boolean> {
  // Renamed first, so that nobody ever finds half of it.
  const doomed = passingFolder(name);
  try {
    await rename(packFolder(name), doomed);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
  await rm(doomed, { recursive: true, force: true });
  return true;
}
