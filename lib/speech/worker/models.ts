import path from "node:path";
import { checkFiles } from "../packs/check-files.ts";
import { PACKS, type PackName } from "../packs/pack-list.ts";
import { SpeechFailure } from "../speech-failure.ts";
import { loadSherpa, type Recognizer, type Sherpa, type SherpaVad } from "./load-sherpa.ts";

let sherpa: Sherpa | undefined;
let vad: SherpaVad | undefined;
const recognizers = new Map<PackName, Recognizer>();

/** The voice activity detector, loaded once a process: a new one for each file would not be given back in time. Null where the pack is damaged. */
export async function openVad(folder: string): Promise<SherpaVad | null> {
  if (vad) return vad;
  const { pack, isWhole } = await check("vad", folder);
  if (!isWhole) return null;
  sherpa ??= loadSherpa();
  vad = sherpa.openVad(path.join(folder, pack.files[0]?.name ?? ""));
  return vad;
}

/** The recogniser of a pack, loaded once a process, its files hashed before. Throws SpeechFailure pack_missing where one is not what it was. */
export async function openRecognizer(name: PackName, folder: string): Promise<Recognizer> {
  const loaded = recognizers.get(name);
  if (loaded) return loaded;
  const { isWhole } = await check(name, folder);
  // The native code ends the process over a file that it does not understand.
  if (!isWhole) throw new SpeechFailure("pack_missing", `The pack ${name} is damaged: add it again.`, [name]);
  sherpa ??= loadSherpa();
  const recognizer = await sherpa.openRecognizer({
    encoder: path.join(folder, "encoder_model.onnx"),
    decoder: path.join(folder, "decoder_model_merged.onnx"),
    tokens: path.join(folder, "tokens.txt"),
  });
  recognizers.set(name, recognizer);
  return recognizer;
}

async function check(name: PackName, folder: string) {
  const pack = PACKS.find((known) => known.name === name);
  if (!pack) throw new Error(`There is no pack ${name}.`);
  return { pack, isWhole: (await checkFiles(folder, pack)) === "installed" };
}
