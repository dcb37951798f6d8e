import { writeFile } from "node:fs/promises";
import { allocateTemporaryFile } from "@/lib/storage/temporary-file";

/** Writes bytes to a file of the test's own data folder, which goes with it. Returns its path. */
export async function writeSound(bytes: Uint8Array): Promise<string> {
  const path = await allocateTemporaryFile();
  await writeFile(path, bytes);
  return path;
}
