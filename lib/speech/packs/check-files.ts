import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { installedFiles, type Pack } from "./pack-list.ts";

/** Whether a pack's folder holds all of its files, none of them changed: reads and hashes every byte. */
export async function checkFiles(folder: string, pack: Pack): Promise<"installed" | "missing" | "damaged"> {
  const states = await Promise.all(installedFiles(pack).map((file) => stateOf(path.join(folder, file.name), file.sha256)));
  if (states.every((state) => state === "missing")) return "missing";
  return states.every((state) => state === "right") ? "installed" : "damaged";
}

async function stateOf(file: string, sha256: string): Promise<"right" | "wrong" | "missing"> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "missing";
    throw error;
  }
  return hash.digest("hex") === sha256 ? "right" : "wrong";
}
