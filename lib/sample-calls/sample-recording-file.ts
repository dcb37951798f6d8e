import path from "node:path";

/** The recorded speech that a sample call brings. Credits: recording/CREDITS.md. */
export const SAMPLE_RECORDING = {
  path: path.join(/* turbopackIgnore: true */ process.cwd(), "lib/sample-calls/recording/es-two-sides.mp3"),
  mediaType: "audio/mpeg",
  seconds: 57,
} as const;
