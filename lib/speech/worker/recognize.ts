import type { RecognizeRequest } from "../messages.ts";
import { PACKS, type PackName } from "../packs/pack-list.ts";
import type { Leg, Recognition, Span, SpokenSegment } from "../speech.ts";
import { guessLanguage } from "./guess-language.ts";
import { LegFile } from "./leg-file.ts";
import type { Recognizer } from "./load-sherpa.ts";
import { openRecognizer } from "./models.ts";
import { SPEECH_RATE_HZ } from "./resampler.ts";
import { spreadWords } from "./spread-words.ts";
import { withoutLoops } from "./without-loops.ts";

type Piece = Span & { leg: Leg };

/** Sound that is heard in both languages to tell which it is. */
const GUESS_SECONDS = 25;

/** Turns the speech of legs into text, in the order in which it was said. Pieces in which nothing is said are left out. */
export async function recognize({ legs, language, packs }: RecognizeRequest, onProgress: (share: number) => void): Promise<Recognition> {
  const pieces = legs.flatMap((leg) => leg.speech.map((span) => ({ ...span, leg }))).toSorted((one, other) => one.start - other.start);
  const ears = new Map<PackName, Ear>();
  for (const { name, folder } of packs) ears.set(name, new Ear(await openRecognizer(name, folder)));
  try {
    const name = language === "auto" ? await guessPack(ears, pieces) : packs[0]?.name;
    const pack = PACKS.find((known) => known.name === name);
    const ear = pack && ears.get(pack.name);
    const [spoken] = pack?.languages ?? [];
    if (!pack || !ear || !spoken) throw new Error("A recognition needs a pack.");
    const totalSeconds = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
    const segments: SpokenSegment[] = [];
    let doneSeconds = 0;
    for (const piece of pieces) {
      const text = await ear.hear(piece);
      const { start, end } = piece;
      if (text !== "") segments.push({ channel: piece.leg.channel, start, end, text, words: spreadWords(text, piece) });
      doneSeconds += end - start;
      onProgress(doneSeconds / totalSeconds);
    }
    return { language: spoken, model: pack.model, wordTimes: "estimated", segments };
  } finally {
    for (const ear of ears.values()) ear.close();
  }
}

/** The pack of the language that is spoken in the longest pieces. */
async function guessPack(ears: Map<PackName, Ear>, pieces: Piece[]): Promise<PackName | undefined> {
  const sample: Piece[] = [];
  let seconds = 0;
  for (const piece of pieces.toSorted((one, other) => other.end - other.start - (one.end - one.start))) {
    if (sample.length > 0 && seconds + piece.end - piece.start > GUESS_SECONDS) continue;
    sample.push(piece);
    seconds += piece.end - piece.start;
  }
  const heard: Record<string, { name: PackName; text: string }> = {};
  for (const [name, ear] of ears) {
    const texts: string[] = [];
    for (const piece of sample) texts.push(await ear.hear(piece));
    const spoken = PACKS.find((pack) => pack.name === name)?.languages[0];
    if (spoken) heard[spoken] = { name, text: texts.join(" ") };
  }
  return heard[guessLanguage({ spanish: heard.es?.text ?? "", english: heard.en?.text ?? "" })]?.name;
}

/** A recogniser with the files that it reads, which does not listen twice to the same piece. */
class Ear {
  private readonly recognizer: Recognizer;
  private readonly files = new Map<Leg, LegFile>();
  private readonly heard = new Map<Piece, string>();

  constructor(recognizer: Recognizer) {
    this.recognizer = recognizer;
  }

  async hear(piece: Piece): Promise<string> {
    const known = this.heard.get(piece);
    if (known !== undefined) return known;
    const file = this.files.get(piece.leg) ?? new LegFile(piece.leg.path);
    this.files.set(piece.leg, file);
    const first = Math.round(piece.start * SPEECH_RATE_HZ);
    const text = withoutLoops(await this.recognizer(file.read(first, Math.round(piece.end * SPEECH_RATE_HZ) - first)));
    this.heard.set(piece, text);
    return text;
  }

  close(): void {
    for (const file of this.files.values()) file.close();
  }
}
