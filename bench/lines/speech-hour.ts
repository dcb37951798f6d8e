import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { installPack } from "@/lib/speech/testing/install-pack";
import type { LineOptions, LineReport } from "../harness/line-report";
import { memoryOf } from "../harness/memory-of";
import { buildCall } from "../speech/build-call";
import { memoryFigure, plain, timesOf } from "../speech/figures";
import { findPrompts } from "../speech/find-prompts";
import { hearCall } from "../speech/hear-call";

const MAX_PARENT_GROWTH_MIB = 32;

/** Time and memory of an hour of stereo, in the engine and in the process that asked for it. */
export async function measureSpeechHour({ isQuick }: LineOptions): Promise<LineReport> {
  const found = await findPrompts("en");
  if ("missing" in found) return { figures: [], notes: [`It was not measured: ${found.missing}.`] };
  await Promise.all([installPack("vad"), installPack("en")]);
  const load = loadavg()[0] ?? 0;
  const call = buildCall({ path: path.join(tmpdir(), "hour.wav"), prompts: found.prompts, sides: 2, seconds: isQuick ? 120 : 3_600 });
  const { nowMib } = await memoryOf(process.pid);
  const heard = await hearCall({ path: call.path, language: "en" });
  const grown = (await memoryOf(process.pid)).nowMib - nowMib;
  return {
    figures: [
      plain("real-time factor", (heard.seconds / call.seconds).toFixed(3), timesOf(heard, call.seconds)),
      memoryFigure("memory of the engine", heard.peakMib),
      {
        what: "growth of the parent's memory meanwhile",
        must: `< ${MAX_PARENT_GROWTH_MIB} MB`,
        measured: `${Math.round(grown)} MB`,
        isMet: grown < MAX_PARENT_GROWTH_MIB,
        runs: `${heard.recognition.segments.length} segments came back`,
      },
    ],
    notes: [
      `${(call.seconds / 60).toFixed(0)} minutes of English prompts on two sides in turns, 8 kHz, 16-bit WAV; the machine's load was ${load.toFixed(1)} before. What the figures mean is said in the section before this one.`,
    ],
  };
}
