import { access, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { modelsFolder } from "@/lib/speech/packs/pack-folder";
import { startAddingPack } from "./start-adding-pack";

/** What needs nobody's word: the model that finds speech, and English, both under the MIT licence. */
const FIRST_PACKS = ["vad", "en"] as const;
const MARK = ".first-packs";

/** Fetches the models that anybody may have on the first start of an installation that transcribes by itself, once: what an admin removes stays removed. */
export async function addFirstPacks(): Promise<void> {
  if (env.TRANSCRIBER !== "local") return;
  const mark = path.join(modelsFolder(), MARK);
  const isDone = await access(mark).then(
    () => true,
    () => false,
  );
  if (isDone) return;
  await mkdir(modelsFolder(), { recursive: true, mode: 0o700 });
  await writeFile(mark, "", { flag: "a" });
  for (const name of FIRST_PACKS) await (await startAddingPack({ actor: "system", name, acceptsLicence: false })).done;
}
