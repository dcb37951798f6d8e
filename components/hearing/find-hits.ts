import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";

/** Where a searched text stands in a transcript. */
export type Hit = { segmentIndex: number; from: number; to: number };

const MIN_LENGTH = 2;

/** Every place where a text stands, whatever its case and accents. */
export function findHits(segments: Pick<TranscriptSegment, "text">[], searched: string): Hit[] {
  const wanted = fold(searched.trim());
  if (wanted.length < MIN_LENGTH) return [];
  return segments.flatMap(({ text }, segmentIndex) => {
    const folded = fold(text);
    const hits: Hit[] = [];
    for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + wanted.length)) {
      hits.push({ segmentIndex, from, to: from + wanted.length });
    }
    return hits;
  });
}

/** Without case and accents, character by character, so that places stay the same. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === character.length ? plain : character;
  }).join("");
}
