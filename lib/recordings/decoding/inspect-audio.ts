import { stat } from "node:fs/promises";
import type { AudioInspection } from "./audio-inspection";
import { runInspection } from "./decode-pool";
import { findFfmpeg } from "./find-ffmpeg";

const BASE_TIMEOUT_MS = 30_000;
const TIMEOUT_MS_PER_MIB = 500;

type InspectInput = { path: string; ffmpegPath?: string | null; timeoutMs?: number };

/**
 * Says whether a file is audio, by decoding all of it in a thread with limits, and measures it in the same pass. A file that kills its decoder
 * is not audio; a decoder that fails for reasons of its own throws. Without `ffmpegPath`, the machine's ffmpeg is used where there is one.
 */
export async function inspectAudio(input: InspectInput): Promise<AudioInspection> {
  const { path } = input;
  const ffmpegPath = input.ffmpegPath === undefined ? await findFfmpeg() : input.ffmpegPath;
  const timeoutMs = input.timeoutMs ?? BASE_TIMEOUT_MS + ((await stat(path)).size / 1024 / 1024) * TIMEOUT_MS_PER_MIB;
  const result = await runInspection({ path, ffmpegPath, timeoutMs });
  if ("inspection" in result) return result.inspection;
  if (result.isFault) throw new Error(`The decoder failed: ${result.failure}`);
  return {
    isAudio: false,
    reason: "not_audio",
    detail: `It is not taken as audio, since ${result.failure}.`,
    lookedLike: "file that overruns its decoder",
  };
}
