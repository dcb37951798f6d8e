import { DatabaseSync } from "node:sqlite";

const POLL_MS = 20;

/** Held until let go, or until its process ends, however that happens: the system itself drops it then. */
export type ProcessLock = { release: () => void };

/**
 * Takes a lock on `file` if it is free: `shared` with any number of others, `exclusive` alone. Null when others are in the way.
 * It is SQLite's lock on an empty file: the only file lock that Node offers which a killed process can't leave behind.
 */
export function tryProcessLock(file: string, mode: "shared" | "exclusive"): ProcessLock | null {
  const handle = new DatabaseSync(file, { timeout: 0 });
  try {
    handle.exec(mode === "exclusive" ? "begin exclusive" : "begin");
    if (mode === "shared") handle.prepare("select 1 from sqlite_schema").get();
    return { release: () => handle.isOpen && handle.close() };
  } catch (error) {
    handle.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/** Takes an exclusive lock on `file`, waiting for those who hold it. */
export async function takeProcessLock(file: string): Promise<ProcessLock> {
  for (;;) {
    const lock = tryProcessLock(file, "exclusive");
    if (lock) return lock;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** SQLITE_BUSY, with whatever extension in the upper bytes. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" && (error.errcode & 0xff) === 5;
}
