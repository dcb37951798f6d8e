import { stat } from "node:fs/promises";
import path from "node:path";
import { packFolder } from "./pack-folder";
import { installedFiles, PACKS, type PackName } from "./pack-list";

/** A pack that is there, with files of the right sizes: what is in them is hashed by whoever loads them. Null where it is not. */
export async function findInstalledPack(name: PackName): Promise<{ name: PackName; folder: string } | null> {
  const pack = PACKS.find((known) => known.name === name);
  if (!pack) return null;
  const folder = packFolder(name);
  for (const file of installedFiles(pack)) {
    const size = await stat(path.join(folder, file.name)).then(
      (found) => found.size,
      () => null,
    );
    if (size !== file.bytes) return null;
  }
  return { name, folder };
}
