import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { SAMPLE_RECORDING } from "./sample-recording-file";
import { isSampleRecordingUrl } from "./sample-recording-url";

export type OpenedSample = { body: Readable; sizeBytes: number; mediaType: string };

/** The bundled recording, for whoever shows a token that we made for a sample call and that is still good; not-found for others. */
export async function openSampleRecording({ token }: { token: string }): Promise<OpenedSample> {
  const isOurs = await isSampleRecordingUrl({ url: `http://127.0.0.1:${env.PORT}/api/sample-recordings/${token}` });
  if (!isOurs) throw new AppError("not_found", "There is no such recording.");
  const { size } = await stat(SAMPLE_RECORDING.path);
  return { body: createReadStream(SAMPLE_RECORDING.path), sizeBytes: size, mediaType: SAMPLE_RECORDING.mediaType };
}
