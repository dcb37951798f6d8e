import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** Name of the file in a pack's folder that says where it came from and on which terms. */
export const PACK_RECORD = "pack.json";

const packRecord = z.object({
  source: z.string(),
  sha512: z.string(),
  addedAt: z.iso.datetime(),
  licence: z.object({ name: z.string(), textSha256: z.string(), acceptedAt: z.iso.datetime().nullable() }),
});

/** Where a pack came from, when, and when which text of its licence was accepted. */
export type PackRecord = z.infer<typeof packRecord>;

/** What a pack's folder says of itself; null where nobody wrote it, or what is there is no record. */
export async function findPackRecord(folder: string): Promise<PackRecord | null> {
  const text = await readFile(path.join(folder, PACK_RECORD), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  return packRecord.safeParse(parseJson(text)).data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
