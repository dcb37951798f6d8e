import type { Leg } from "@/lib/speech/speech";

/** A piece of a leg that is sent at once, in seconds. */
export type Piece = { start: number; end: number };

/** Quiet kept before and after what is said, so that no word is cut. */
const MARGIN_SECONDS = 0.3;

/** The parts of a leg in which somebody speaks, as pieces of at most `maxSeconds`, cut only where nobody does. Silence between them is left out. */
export function cutLeg({ speech, durationSeconds }: Pick<Leg, "speech" | "durationSeconds">, maxSeconds: number): Piece[] {
  const pieces: Piece[] = [];
  for (const { start, end } of speech) {
    const last = pieces.at(-1);
    if (last && end - last.start <= maxSeconds) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces.map((piece, index) => ({
    start: Math.max(piece.start - MARGIN_SECONDS, index === 0 ? 0 : middle(pieces[index - 1]?.end ?? 0, piece.start)),
    end: Math.min(
      piece.end + MARGIN_SECONDS,
      index === pieces.length - 1 ? durationSeconds : middle(piece.end, pieces[index + 1]?.start ?? 0),
    ),
  }));
}

function middle(one: number, other: number): number {
  return (one + other) / 2;
}
