import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors";
import type { Storage } from "./storage";
import { allocateTemporaryFile } from "./temporary-file";

/** Storage in a folder of this machine. Files are readable by their owner alone. */
export function fileStorage(root: string): Storage {
  const pathOf = (key: string) => path.join(root, key);
  return {
    store: async ({ key, path: source }) => {
      try {
        await sync(source);
        const target = pathOf(key);
        await makeFolder(path.dirname(target), root);
        await rename(source, target);
        await sync(path.dirname(target));
      } catch (error) {
        await rm(source, { force: true });
        throw error;
      }
    },
    write: async ({ key, bytes }) => {
      const target = pathOf(key);
      await makeFolder(path.dirname(target), root);
      const temporary = await allocateTemporaryFile();
      await writeFile(temporary, bytes, { mode: 0o600 });
      await rename(temporary, target);
    },
    read: async ({ key, range }) => {
      // Opened before it is returned, so that a missing file is an error here and not in the middle of an answer.
      const handle = await open(pathOf(key), "r").catch((error: unknown) => {
        if (isMissing(error)) throw missingObject(key, error);
        throw error;
      });
      return createReadStream("", { fd: handle, start: range?.start, end: range?.end, highWaterMark: 256 * 1024 });
    },
    stat: async (key) => {
      try {
        return { sizeBytes: (await stat(pathOf(key))).size };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

/** The same for both kinds of storage. */
export function missingObject(key: string, cause: unknown): AppError {
  return new AppError("not_found", "The file is not in storage.", { cause, details: { key } });
}

/** Makes a folder, and makes its name survive a crash: a folder that was just made is only as durable as the one above it. */
async function makeFolder(folder: string, root: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let current = folder; current.startsWith(root); current = path.dirname(current)) {
    await sync(path.dirname(current));
    if (current === firstMade || current === root) break;
  }
}

async function sync(target: string): Promise<void> {
  const handle = await open(target, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
