import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

export type Prompt = { samples: Int16Array; text: string };
export type PromptLanguage = "en" | "es";

/** Where Debian's asterisk-core-sounds-en-wav and -es-wav put their prompts: 8 kHz, 16 bits, mono. */
const SOUNDS = "/usr/share/asterisk/sounds";
const FOLDERS: Record<PromptLanguage, string> = { en: "en_US_f_Allison", es: "es_MX_f_Allison" };
export const PROMPT_RATE_HZ = 8_000;
/** Letters and single digits say nothing of how sentences are heard. */
const MIN_WORDS = 3;

/**
 * Telephone prompts with what is said in them, or what is not there. The texts are the files core-sounds-en.txt and -es.txt of Asterisk's
 * sound packages, in the folder that SPEECH_BENCH_TEXTS names, or beside the prompts.
 */
export async function findPrompts(language: PromptLanguage): Promise<{ prompts: Prompt[] } | { missing: string }> {
  const folder = path.join(SOUNDS, FOLDERS[language]);
  const texts = path.join(process.env.SPEECH_BENCH_TEXTS ?? folder, `core-sounds-${language}.txt`);
  if (!existsSync(folder)) return { missing: `Debian's asterisk-core-sounds-${language}-wav is not installed` };
  if (!existsSync(texts)) return { missing: `there is no core-sounds-${language}.txt (SPEECH_BENCH_TEXTS names its folder)` };
  const prompts: Prompt[] = [];
  for (const line of (await readFile(texts, "utf8")).split("\n")) {
    const [, name, text] = /^([\w/-]+):\s*(.+?)\s*$/.exec(line) ?? [];
    if (name === undefined || text === undefined || /^[[(]/.test(text) || text.split(/\s+/).length < MIN_WORDS) continue;
    const file = path.join(folder, `${name}.wav`);
    if (existsSync(file)) prompts.push({ samples: soundOf(await readFile(file)), text });
  }
  return { prompts };
}

function soundOf(wav: Buffer): Int16Array {
  const at = wav.indexOf("data", 12, "latin1");
  if (at < 0) throw new Error("A prompt is no WAV file.");
  const bytes = wav.subarray(at + 8, at + 8 + wav.readUInt32LE(at + 4));
  return new Int16Array(Uint8Array.from(bytes).buffer, 0, Math.floor(bytes.length / 2));
}
