import path from "node:path";
import { env } from "@/lib/env";
import type { PackName } from "./pack-list";

/** The folder of a pack, there or not. */
export function packFolder(name: PackName): string {
  return path.join(modelsFolder(), name);
}

/** The folder of all packs. */
export function modelsFolder(): string {
  return path.join(env.DATA_DIR, "models");
}
