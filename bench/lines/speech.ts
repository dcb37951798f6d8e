import { mkdir, readFile, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { wrapWav } from "@/e2e/hosts/sounds";
import { prepareAudio } from "@/lib/speech/speech";
import { installPack } from "@/lib/speech/testing/install-pack";
import type { Figure, LineOptions, LineReport } from "../harness/line-report";
import { type BuiltCall, buildCall } from "../speech/build-call";
import { memoryFigure, plain, timesOf } from "../speech/figures";
import { findPrompts, type Prompt, type PromptLanguage } from "../speech/find-prompts";
import { endEngines, type HeardCall, hearCall } from "../speech/hear-call";
import { runPocketsphinx } from "../speech/run-pocketsphinx";
import { spokenForm } from "../speech/spoken-form";
import { wordErrorRate } from "../speech/word-error-rate";

const NAMES: Record<PromptLanguage, string> = { en: "English", es: "Spanish" };
/** What the probe that the engine was chosen by measured on such sound, and a margin for prompts that are joined otherwise. */
const MAX_ERROR_RATE: Record<PromptLanguage, number> = { en: 0.08, es: 0.2 };

/** How well and how fast calls are heard on this machine: word error rate, time, memory, beside another engine on the same sound. */
export async function measureSpeech({ isQuick }: LineOptions): Promise<LineReport> {
  const folder = path.join(tmpdir(), "speech-bench");
  await mkdir(folder, { recursive: true });
  const minutes = (wanted: number) => (isQuick ? 0.5 : wanted) * 60;
  const figures: Figure[] = [];
  const notes: string[] = [];
  await installPack("vad");
  const loadBefore = loadavg()[0] ?? 0;
  for (const language of ["en", "es"] as const) {
    const found = await findPrompts(language);
    if ("missing" in found) {
      notes.push(`${NAMES[language]} was not measured: ${found.missing}.`);
      continue;
    }
    // The licence of the Spanish weights names evaluation and testing; whoever runs this says that it is that.
    if (language === "es" && process.env.SPEECH_BENCH_ACCEPTS_LICENCE !== "1") {
      notes.push("Spanish was not measured: SPEECH_BENCH_ACCEPTS_LICENCE=1 says that the licence of the pack es was read and accepted.");
      continue;
    }
    await installPack(language);
    const { prompts } = found;
    const wav = (name: string) => path.join(folder, `${language}-${name}.wav`);
    const mono = buildCall({ path: wav("mono"), prompts, sides: 1, seconds: isQuick ? 30 : undefined });
    figures.push(
      ...heardFigures({ what: `${NAMES[language]}, mono`, language, call: mono, heard: await hearCall({ path: mono.path, language }) }),
    );
    const stereo = buildCall({ path: wav("stereo"), prompts, sides: 2, seconds: minutes(language === "en" ? 10 : 3) });
    figures.push(
      ...heardFigures({
        what: `${NAMES[language]}, stereo`,
        language,
        call: stereo,
        heard: await hearCall({ path: stereo.path, language }),
      }),
    );
    if (language === "es") {
      const { recognition, peakMib } = await hearCall({ path: stereo.path, language: "auto" });
      figures.push(
        plain("memory with both languages, to tell which it is", `${Math.round(peakMib)} MB`, `taken for ${recognition.language}`),
      );
      continue;
    }
    const echo = buildCall({ path: wav("echo"), prompts, sides: 2, seconds: minutes(2), hasEcho: true });
    figures.push(
      ...heardFigures({ what: "English, stereo with echo", language, call: echo, heard: await hearCall({ path: echo.path, language }) }),
    );
    figures.push(...(await compareEngines(prompts, folder, minutes(1))));
    figures.push(...(await hearTwoAtOnce(prompts, folder, minutes(1))));
  }
  notes.push(
    `The machine's load was ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} at the end (1 is this line's own): times grow with what else it does, processor times do not.`,
    "Prompts of Debian's asterisk-core-sounds, 8 kHz, one woman, with the texts that Asterisk gives for them; calls are these prompts one after another with pauses of 0.6 s, on two sides in turns, written as 16-bit WAV. Accents and punctuation do not count, numbers are spelled out. Where a text is not what was said, most often in Spanish, the rate is too high; where people talk freely, both will be worse than here.",
    "Real-time factor: time of both jobs (prepare and recognise) in a fresh engine, its start and the loading and hashing of its weights included, to the length of the call. Memory: highest resident memory of the engine's process (VmHWM).",
  );
  return { figures, notes };
}

type HeardInput = { what: string; language: PromptLanguage; call: BuiltCall; heard: HeardCall };

function heardFigures({ what, language, call, heard }: HeardInput): Figure[] {
  const rate = errorRate(language, call.texts, heard.texts);
  const length = `${(call.seconds / 60).toFixed(1)} min, ${spokenForm(call.texts.join(" "), language).length} words, ${heard.recognition.model}`;
  return [
    {
      what: `${what}: word error rate`,
      must: `<= ${MAX_ERROR_RATE[language] * 100} %`,
      measured: percent(rate),
      isMet: rate <= MAX_ERROR_RATE[language],
      runs: length,
    },
    plain(`${what}: real-time factor`, (heard.seconds / call.seconds).toFixed(3), timesOf(heard, call.seconds)),
    memoryFigure(`${what}: memory`, heard.peakMib),
  ];
}

/** The same sound through two engines, one after another. */
async function compareEngines(prompts: Prompt[], folder: string, seconds: number): Promise<Figure[]> {
  const call = buildCall({ path: path.join(folder, "compared.wav"), prompts, sides: 1, seconds });
  const figures: Figure[] = [];
  const add = (name: string, texts: string[], took: number) => {
    const rate = errorRate("en", call.texts, texts);
    figures.push(
      plain(
        `the same English by ${name}: word error rate`,
        percent(rate),
        `real-time factor ${(took / call.seconds).toFixed(3)}, ${call.seconds.toFixed(0)} s of sound`,
      ),
    );
  };
  const base = await hearCall({ path: call.path, language: "en" });
  add(base.recognition.model, base.texts, base.seconds);
  const workDir = path.join(folder, "compared");
  const { legs } = await prepareAudio({ path: call.path, workDir, signal: new AbortController().signal });
  const wide = path.join(folder, "wide.wav");
  await writeFile(wide, wrapWav(await readFile(legs[0]?.path ?? ""), { tag: 1, bitsPerSample: 16, sampleRateHz: 16_000, channelCount: 1 }));
  const other = await runPocketsphinx(wide);
  if (other) add("pocketsphinx", [other.text], other.seconds);
  else
    figures.push(
      plain("the same English by pocketsphinx: word error rate", "not installed", "Debian's pocketsphinx and pocketsphinx-en-us"),
    );
  return figures;
}

/** Two calls handed in at the same time: on two cores the second one waits for the first. */
async function hearTwoAtOnce(prompts: Prompt[], folder: string, seconds: number): Promise<Figure[]> {
  const call = buildCall({ path: path.join(folder, "twice.wav"), prompts, sides: 2, seconds });
  const alone = await hearCall({ path: call.path, language: "en" });
  await endEngines();
  const startedAt = performance.now();
  const both = await Promise.all([1, 2].map(async (number) => hearBeside(call.path, path.join(folder, `twice-${number}`))));
  const seconds2 = (performance.now() - startedAt) / 1_000;
  return [
    plain(
      "two calls at once: time to both",
      `${seconds2.toFixed(1)} s`,
      `one alone ${alone.seconds.toFixed(1)} s; each ${both.map((took) => took.toFixed(1)).join(", ")} s; ${(call.seconds / 60).toFixed(1)} min of stereo each`,
    ),
  ];
}

async function hearBeside(file: string, workDir: string): Promise<number> {
  const { recognizeLocally } = await import("@/lib/speech/speech");
  const { signal } = new AbortController();
  const startedAt = performance.now();
  const { legs } = await prepareAudio({ path: file, workDir, signal });
  await recognizeLocally({ legs, language: "en", signal });
  return (performance.now() - startedAt) / 1_000;
}

function errorRate(language: PromptLanguage, said: string[], heard: string[]): number {
  // A call with one leg too few or too many is compared as a whole.
  const sides = said.length === heard.length ? said.map((text, side) => [text, heard[side] ?? ""]) : [[said.join(" "), heard.join(" ")]];
  const words = sides.map(([one = "", other = ""]) => ({ said: spokenForm(one, language), heard: spokenForm(other, language) }));
  const errors = words.reduce((sum, side) => sum + wordErrorRate(side) * side.said.length, 0);
  return errors / words.reduce((sum, side) => sum + side.said.length, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
