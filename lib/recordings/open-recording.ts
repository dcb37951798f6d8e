import type { Readable } from "node:stream";
import type { Viewer } from "@/lib/auth/viewer";
import { type ByteRange, recordingKey, storage } from "@/lib/storage/storage";
import { getVisibleRecording, type VisibleRecording } from "./get-visible-recording";
import { parseByteRange } from "./parse-byte-range";
import { recordListening } from "./record-listening";

/** How a recording is asked for, in HTTP's own words; null for what was not said. `isPlayed`: by a player, which asks on for what it needs. */
export type RecordingRequest = {
  range: string | null;
  ifRange: string | null;
  ifNoneMatch: string | null;
  hasBody: boolean;
  isPlayed: boolean;
};

/**
 * The most that a player is given at once. Browsers ask for all the rest of a file and, when the listener goes elsewhere, first get rid of what is
 * under way: of a long call that takes several times as long as the sound of the new place. A part may be answered by less of it (RFC 9110, 15.3.7).
 */
const MAX_PLAYED_BYTES = 512 * 1024;

/** A recording as it is to be answered. `body` null: nothing is sent, or nothing was asked for. */
export type OpenedRecording = VisibleRecording & { etag: string } & (
    | { status: 200; range: null; body: Readable | null }
    | { status: 206; range: ByteRange; body: Readable | null }
    | { status: 304 | 416; range: null; body: null }
  );

type OpenRecordingInput = { recordingId: string; viewer: Viewer } & RecordingRequest;

/**
 * Opens a recording from our storage, or the part of it that was asked for, for a viewer who may hear it; not-found for others. Null once its
 * campaign's retention has deleted it. Whoever is sent audio is noted as listening.
 */
export async function openRecording({ recordingId, viewer, ...request }: OpenRecordingInput): Promise<OpenedRecording | null> {
  const recording = await getVisibleRecording({ recordingId, viewer });
  if (recording.deletedAt !== null) return null;
  const opened = { ...recording, etag: `"${recording.sha256}"` };
  if (isKnown(request.ifNoneMatch, opened.etag)) return { ...opened, status: 304, range: null, body: null };
  // A part of another file than the browser has would be joined to the wrong bytes.
  const isSameFile = request.ifRange === null || request.ifRange === opened.etag;
  const asked = isSameFile ? parseByteRange(request.range, recording.sizeBytes) : null;
  if (asked === "unsatisfiable") return { ...opened, status: 416, range: null, body: null };
  const range = asked && request.isPlayed ? { start: asked.start, end: Math.min(asked.end, asked.start + MAX_PLAYED_BYTES - 1) } : asked;
  const key = recordingKey(recording.sha256);
  const body = request.hasBody ? await storage.read({ key, ...(range ? { range } : {}) }) : null;
  if (body) recordListening({ viewer, recordingId });
  return range ? { ...opened, status: 206, range, body } : { ...opened, status: 200, range: null, body };
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((known) => known.trim() === "*" || known.trim().replace(/^W\//, "") === etag);
}
