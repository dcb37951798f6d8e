import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Pack } from "./pack-list";

/** The whole text of a pack's licence, as it has to be shown before it is accepted and is kept beside the weights. */
export function licenceText({ licence }: Pack): Promise<string> {
  return readFile(path.join(/* turbopackIgnore: true */ process.cwd(), "lib/speech/packs/licences", licence.file), "utf8");
}
