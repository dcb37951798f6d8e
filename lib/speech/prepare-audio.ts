import { stat } from "node:fs/promises";
import { findFfmpeg } from "@/lib/recordings/decoding/find-ffmpeg";
import { findInstalledPack } from "./packs/find-installed-pack";
import type { PreparedAudio } from "./speech";
import { SpeechFailure } from "./speech-failure";
import { runSpeechJob } from "./speech-pool";
import { timeLimitMs } from "./time-limit";

type PrepareInput = { path: string; workDir: string; signal: AbortSignal; onProgress?: (share: number) => void };

/** Beside a minute, what decoding may take before the sound's length is known. */
const DECODING_MS_PER_MIB = 500;

/**
 * Decodes a recording into one file a side in `workDir` (headerless PCM, 115 MB an hour each; the caller removes the folder), finds where
 * somebody speaks, and measures it. Throws SpeechFailure: `not_audio` with what is wrong with the file, `cancelled`, `out_of_time`, `busy`,
 * `engine_failed`. After a failure the folder may hold remains.
 */
export async function prepareAudio({ path, workDir, signal, onProgress }: PrepareInput): Promise<PreparedAudio> {
  const vadFolder = (await findInstalledPack("vad"))?.folder ?? null;
  const decodingMs = ((await stat(path)).size / 1024 / 1024) * DECODING_MS_PER_MIB;
  const result = await runSpeechJob({
    request: { kind: "prepare", path, workDir, ffmpegPath: await findFfmpeg(), vadFolder },
    signal,
    timeoutMs: timeLimitMs(0) + decodingMs,
    timeoutMsFor: (durationSeconds) => timeLimitMs(durationSeconds) + decodingMs,
    onProgress,
  });
  if (!("prepared" in result)) throw new SpeechFailure("engine_failed", "The speech engine answered another question.");
  return result.prepared;
}
