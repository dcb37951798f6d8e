import type { RecognizedSegment } from "./providers/recognized";

/** What one voice says before another one does, or before it rests. `speaker` counts voices from 0. */
export type Turn = Omit<RecognizedSegment, "channel" | "speaker"> & { speaker: number };

export type MergedTurns = {
  turns: Turn[];
  /** Which channel each speaker is on, by the speaker's number. */
  channels: number[];
};

/** A voice that rests longer begins a new turn. */
const MAX_GAP_SECONDS = 1.5;
/** A turn that can be read at one go, and whose beginning is near wherever one clicks. */
const MAX_TURN_SECONDS = 60;

/**
 * One conversation of what was heard on each leg, in the order in which it was said. Neighbours of one voice are joined where nobody else
 * spoke in between; what was said at the same time stays side by side.
 */
export function mergeTurns(segments: RecognizedSegment[]): MergedTurns {
  const voices = [...new Set(segments.map(voiceOf))].sort();
  const ordered = [...segments].sort((one, other) => one.start - other.start || one.channel - other.channel);
  const turns: Turn[] = [];
  for (const { channel, speaker: voice, ...segment } of ordered) {
    const speaker = voices.indexOf(voiceOf({ channel, speaker: voice }));
    const last = turns.at(-1);
    if (last && last.speaker === speaker && continues(last, segment)) turns[turns.length - 1] = join(last, segment);
    else turns.push({ ...segment, speaker });
  }
  return { turns, channels: voices.map((voice) => Number(voice.split(":")[0])) };
}

/** Sorts by channel, and by voice within one. */
function voiceOf({ channel, speaker = 0 }: Pick<RecognizedSegment, "channel" | "speaker">): string {
  return `${channel}:${String(speaker).padStart(3, "0")}`;
}

function continues(last: Turn, next: { start: number; end: number }): boolean {
  return next.start - last.end < MAX_GAP_SECONDS && next.end - last.start <= MAX_TURN_SECONDS;
}

function join(last: Turn, next: Omit<Turn, "speaker">): Turn {
  const words = last.words && next.words ? [...last.words, ...next.words] : null;
  return { ...last, end: Math.max(last.end, next.end), text: `${last.text} ${next.text}`, words };
}
