import { parentPort } from "node:worker_threads";
import type { InspectionRequest } from "../audio-inspection.ts";
import { inspectFile } from "./inspect-file.ts";

// Decoders report damage to the console; the verdict says all that matters.
for (const name of ["log", "warn", "error"] as const) console[name] = () => undefined;

parentPort?.on("message", ({ id, path, ffmpegPath }: InspectionRequest) => {
  inspectFile({ path, ffmpegPath }).then(
    (inspection) => parentPort?.postMessage({ id, inspection }),
    (error: unknown) => parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) }),
  );
});
