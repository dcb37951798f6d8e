import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { peaksKey, recordingKey, storage } from "@/lib/storage/storage";
import { allocateTemporaryFile } from "@/lib/storage/temporary-file";
import { inspectAudio } from "./decoding/inspect-audio";
import { getVisibleRecording } from "./get-visible-recording";

/** A recording's waveform: JSON of AudioPeaks. */
export type OpenedPeaks = { etag: string; json: string };

/**
 * The waveform of a recording that the viewer may hear; not-found for others, null once its campaign's retention has deleted it. One that is
 * missing or damaged is made again from the file.
 */
export async function openPeaks({ recordingId, viewer }: { recordingId: string; viewer: Viewer }): Promise<OpenedPeaks | null> {
  const { sha256, deletedAt } = await getVisibleRecording({ recordingId, viewer });
  if (deletedAt !== null) return null;
  return { etag: `"${sha256}-peaks-1"`, json: (await readPeaks(sha256)) ?? (await makePeaks(sha256)) };
}

/** Null when there are none that can be read: they are written without waiting for the disk. */
async function readPeaks(sha256: string): Promise<string | null> {
  const key = peaksKey(sha256);
  if ((await storage.stat(key)) === null) return null;
  const json = Buffer.concat(await (await storage.read({ key })).toArray()).toString("utf8");
  return json.startsWith('{"version":1,') && json.endsWith("}") ? json : null;
}

async function makePeaks(sha256: string): Promise<string> {
  const path = await allocateTemporaryFile();
  try {
    await pipeline(await storage.read({ key: recordingKey(sha256) }), createWriteStream(path, { mode: 0o600 }));
    const inspection = await inspectAudio({ path });
    if (!inspection.isAudio) throw new AppError("unavailable", `The waveform can't be made: ${inspection.detail}`);
    await storage.write({ key: peaksKey(sha256), bytes: Buffer.from(inspection.peaksJson) });
    return inspection.peaksJson;
  } finally {
    await rm(path, { force: true });
  }
}
