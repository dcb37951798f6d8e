import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

const LOOKS_TEMPORARY = /\.(part|tmp|making)$|\.[0-9a-f]{16}$/;

/**
 * What lies under a data folder and should not: temporary files, recordings that no row speaks of, and rows whose file is missing or is not
 * the bytes of its name. In words, empty when all is well. PostgreSQL's own folder is its own affair.
 */
export async function findStrayFiles(dataDir: string, known: { sha256: string }[]): Promise<string[]> {
  const files = (await readdir(dataDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dataDir, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(`postgres${path.sep}data${path.sep}`));
  const hashes = new Set(known.map(({ sha256 }) => sha256));
  const missing = new Set(hashes);
  const strays: string[] = [];
  for (const file of files) {
    const [name = "", ...rest] = path.basename(file).split(".");
    const isPeaks = rest.join(".") === "peaks.json";
    if (!file.startsWith(`recordings${path.sep}`)) {
      if (LOOKS_TEMPORARY.test(file)) strays.push(`${file} looks temporary`);
    } else if (!hashes.has(name)) {
      strays.push(`${file} belongs to no recording`);
    } else if (!isPeaks) {
      if ((await hashFile(path.join(dataDir, file))) !== name) strays.push(`${file} holds other bytes than its name says`);
      missing.delete(name);
    }
  }
  return [...strays, ...[...missing].map((sha256) => `the file of recording ${sha256} is missing`)];
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
