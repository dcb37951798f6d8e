import type { AudioPeaks } from "@/lib/recordings/decoding/audio-inspection";

/** A time in which nobody speaks on any channel, in seconds. */
export type Silence = { start: number; end: number };

/** Shorter ones belong to how people speak. */
const MIN_SECONDS = 1;
/** Of the loudest that is heard; telephone lines hiss. */
const QUIET_SHARE = 0.06;
const QUIET_FLOOR = 3;

/** The silences of a recording, from its waveform. */
export function findSilences({ bucketSeconds, channels }: AudioPeaks): Silence[] {
  const bucketCount = Math.min(...channels.map((channel) => Math.floor(channel.length / 2)));
  const levels = Array.from({ length: Number.isFinite(bucketCount) ? bucketCount : 0 }, (_, bucket) =>
    channels.reduce((level, channel) => Math.max(level, Math.abs(channel[2 * bucket] ?? 0), Math.abs(channel[2 * bucket + 1] ?? 0)), 0),
  );
  const limit = Math.max(QUIET_FLOOR, levels.reduce((loudest, level) => Math.max(loudest, level), 0) * QUIET_SHARE);
  const silences: Silence[] = [];
  let from = -1;
  for (let bucket = 0; bucket <= levels.length; bucket++) {
    const isQuiet = bucket < levels.length && (levels[bucket] ?? 0) <= limit;
    if (isQuiet && from < 0) from = bucket;
    if (isQuiet || from < 0) continue;
    const silence = { start: from * bucketSeconds, end: bucket * bucketSeconds };
    if (silence.end - silence.start >= MIN_SECONDS) silences.push(silence);
    from = -1;
  }
  return silences;
}

/** How much shorter a recording is to hear without its silences. */
export function secondsSaved(silences: Silence[]): number {
  return silences.reduce((sum, { start, end }) => sum + (end - start), 0);
}
