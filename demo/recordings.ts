import { readFile } from "node:fs/promises";
import path from "node:path";

/** Recorded human speech that the simulated PBX serves. Credits: CREDITS.md. */
export const DEMO_RECORDINGS = [
  { file: "es-welcome.mp3", seconds: 51 },
  { file: "es-two-sides.mp3", seconds: 57 },
  { file: "en-welcome.mp3", seconds: 40 },
  { file: "es-transfer.mp3", seconds: 41 },
  { file: "en-menu.wav", seconds: 31 },
  { file: "es-options.mp3", seconds: 59 },
] as const;
export type DemoRecording = (typeof DEMO_RECORDINGS)[number];

/** A recording's bytes. */
export function readRecording({ file }: DemoRecording): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, "recordings", file));
}
