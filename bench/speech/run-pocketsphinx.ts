import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const PROGRAM = "/usr/bin/pocketsphinx_continuous";
const MODEL = "/usr/share/pocketsphinx/model/en-us";

/** What Debian's pocketsphinx with its English model makes of a WAV file at 16 kHz, and how long it takes; null where it is not installed. */
export async function runPocketsphinx(wav: string): Promise<{ text: string; seconds: number } | null> {
  if (!existsSync(PROGRAM) || !existsSync(MODEL)) return null;
  const model = ["-hmm", `${MODEL}/en-us`, "-lm", `${MODEL}/en-us.lm.bin`, "-dict", `${MODEL}/cmudict-en-us.dict`];
  const startedAt = performance.now();
  const { stdout } = await promisify(execFile)(PROGRAM, ["-infile", wav, ...model, "-logfn", "/dev/null"], { maxBuffer: 10_000_000 });
  return { text: stdout.replaceAll("\n", " "), seconds: (performance.now() - startedAt) / 1_000 };
}
