import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { PackFile } from "./pack-list";

/** One file wanted out of a tarball: its path in there, and where it goes. */
export type WantedFile = { from: string; to: string; file: PackFile };

type Target = { handle: FileHandle; hash: Hash; wanted: WantedFile };

const BLOCK_BYTES = 512;

/**
 * Takes the wanted files out of a .tgz as npm makes them (ustar), and nothing else: what its names say is only compared, so that no name can
 * lead anywhere. Each file is on disk afterwards. Throws when one is missing, or is not byte for byte what it must be.
 */
export async function unpackTarball({ tarball, wanted }: { tarball: string; wanted: WantedFile[] }): Promise<void> {
  const left = new Set(wanted);
  let pending: Buffer = Buffer.alloc(0);
  let bytesLeft = 0;
  let paddingLeft = 0;
  let target: Target | null = null;
  try {
    for await (const chunk of createReadStream(tarball, { highWaterMark: 1024 * 1024 }).pipe(createGunzip())) {
      pending = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;
      for (;;) {
        if (bytesLeft > 0) {
          const part = pending.subarray(0, bytesLeft);
          await write(target, part);
          bytesLeft -= part.length;
          pending = pending.subarray(part.length);
          if (bytesLeft > 0) break;
        }
        if (target) {
          const done: Target = target;
          target = null;
          await finish(done);
          left.delete(done.wanted);
        }
        const padding = Math.min(paddingLeft, pending.length);
        paddingLeft -= padding;
        pending = pending.subarray(padding);
        if (paddingLeft > 0 || pending.length < BLOCK_BYTES) break;
        const { name, size } = readHeader(pending);
        pending = pending.subarray(BLOCK_BYTES);
        bytesLeft = size;
        paddingLeft = (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
        const match = [...left].find(({ from }) => from === name);
        if (match) target = { handle: await open(match.to, "wx", 0o600), hash: createHash("sha256"), wanted: match };
      }
    }
  } finally {
    await target?.handle.close();
  }
  const [missing] = left;
  if (missing) throw new Error(`The package has no ${missing.from}.`);
}

function readHeader(block: Buffer): { name: string; size: number } {
  const text = (start: number, length: number) => block.toString("utf8", start, start + length).replace(/\0.*$/s, "");
  const prefix = text(345, 155);
  const isFile = text(156, 1) === "0" || text(156, 1) === "";
  const size = Number.parseInt(text(124, 12).trim() || "0", 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new Error("The package is no tarball.");
  const name = text(0, 100);
  return { name: isFile ? (prefix === "" ? name : `${prefix}/${name}`) : "", size };
}

async function write(target: Target | null, part: Buffer): Promise<void> {
  if (!target) return;
  target.hash.update(part);
  await target.handle.writeFile(part);
}

async function finish({ handle, hash, wanted }: Target): Promise<void> {
  await handle.sync();
  await handle.close();
  if (hash.digest("hex") !== wanted.file.sha256) throw new Error(`${wanted.from} is not the file that it must be.`);
}
