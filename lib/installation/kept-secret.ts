import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";

/**
 * 32 random bytes in hex, made once and kept in the file `name` under DATA_DIR, readable by its owner alone. Processes that start
 * together agree on one.
 */
export async function keptSecret(name: string): Promise<string> {
  const file = path.join(/* turbopackIgnore: true */ env.DATA_DIR, name);
  return (await readIfThere(file)) ?? makeSecret(file);
}

async function makeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  await mkdir(env.DATA_DIR, { recursive: true });
  await writeFile(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    // A link appears whole or not at all, and only once.
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(file, "utf8")).trim();
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
