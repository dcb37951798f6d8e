import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";

let pending: Promise<string> | undefined;

/** What sessions are encrypted with: NEXTAUTH_SECRET, else 32 random bytes made once and kept under DATA_DIR for its owner alone. */
export function authSecret(): Promise<string> {
  pending ??= readOrMakeSecret().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}

async function readOrMakeSecret(): Promise<string> {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET;
  const file = path.join(/* turbopackIgnore: true */ env.DATA_DIR, "session-secret");
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o700 });
  await writeFile(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  try {
    // A link appears whole or not at all, so that processes that start together agree on one secret.
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(file, "utf8")).trim();
}
