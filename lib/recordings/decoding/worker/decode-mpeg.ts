import { DecodeFailure } from "./decode-failure.ts";
import { decodeWithFamily, FAMILY } from "./decode-with-family.ts";
import { id3Bytes, MpegFrameWalker, readMpegFrame } from "./mpeg-frames.ts";
import { readAt, type SourceFile } from "./read-file.ts";
import type { OpenSink, SampleSink } from "./sample-sink.ts";

/** Frames that a file must have in a row to be MPEG audio: two sync words can fall into any data. */
const MIN_FRAMES = 3;
/** Share of a file that must be frames; the rest may be tags and damage. */
const MIN_SOUND_SHARE = 0.5;
const WALK_AHEAD_BYTES = 262_144;

/**
 * Decodes MPEG audio. The decoder skips what it does not understand and calls that success, so the frames are walked as well: a file that is
 * not mostly frames is none, and one that is shorter than its own index says was cut.
 */
export async function decodeMpeg<Sink extends SampleSink>({
  file,
  openSink,
}: {
  file: SourceFile;
  openSink: OpenSink<Sink>;
}): Promise<Sink> {
  const tagBytes = id3Bytes(readAt(file, 0, 10), 0);
  const ahead = new MpegFrameWalker();
  ahead.push(readAt(file, tagBytes, WALK_AHEAD_BYTES));
  if (!ahead.first) throw new DecodeFailure("not_audio", "It begins like MPEG audio, but has no frames.", "MPEG sync word without frames");
  refuseCutFile(file, tagBytes);
  const walker = new MpegFrameWalker();
  const onChunk = (chunk: Buffer) => walker.push(chunk);
  const sink = await decodeWithFamily({ file, openSink, ...FAMILY.mp3, channelCount: ahead.first.channelCount, onChunk });
  walker.finish();
  const isMostlyFrames = walker.soundBytes >= (file.sizeBytes - tagBytes) * MIN_SOUND_SHARE;
  if (walker.frameCount < MIN_FRAMES || !isMostlyFrames || sink.frameCount < walker.sampleCount / 2) {
    throw new DecodeFailure("not_audio", "It begins like MPEG audio, but most of it is something else.", "damaged MPEG audio");
  }
  return sink;
}

/** Encoders write the length of the sound into the first frame: fewer bytes than that, and the file was cut. */
function refuseCutFile(file: SourceFile, tagBytes: number): void {
  const head = readAt(file, tagBytes, 256);
  if (!readMpegFrame(head, 0)) return;
  const mark = head
    .subarray(0, 44)
    .toString("latin1")
    .search(/Xing|Info/);
  if (mark < 0) return;
  const flags = head.readUInt32BE(mark + 4);
  const promised = flags & 2 ? head.readUInt32BE(mark + 8 + (flags & 1 ? 4 : 0)) : 0;
  const missing = tagBytes + promised - file.sizeBytes;
  // Tags that were taken off, and frames that an editor left out of its sum, are no reason to refuse a file.
  if (missing > Math.max(2_048, promised * 0.01)) {
    throw new DecodeFailure("cut_short", `Its index promises ${promised} bytes, ${missing} more than there are.`, "cut MP3");
  }
}
