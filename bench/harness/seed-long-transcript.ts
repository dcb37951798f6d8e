import { makeTranscript } from "@/db/testing/make-transcript";
import { seededRandom } from "./seeded-random";

/** A line of the transcript, with its words and their times in milliseconds. */
export type LongLine = { text: string; startMs: number; endMs: number; words: [text: string, startMs: number, endMs: number][] };

const LINE_MS = 3_000;
const PAUSE_MS = 200;
const MIN_WORDS = 4;
const MAX_WORDS = 10;
const VOCABULARY =
  "hola buenas tardes le habla necesito consultar factura tarjeta servicio teléfono domicilio confirmar número contrato porque entonces también gracias momento sistema vencimiento cuenta pago mañana semana problema técnico visita dirección exactamente usted nosotros puede quiere tiene sobre desde hasta cuando".split(
    " ",
  );

/** Writes down a task's call as long as told: two voices in turn, a line every three seconds, each word with its time. Returns the lines. */
export async function seedLongTranscript({ taskId, durationSeconds }: { taskId: string; durationSeconds: number }): Promise<LongLine[]> {
  const random = seededRandom(7);
  const lines = Array.from({ length: Math.floor((durationSeconds * 1_000) / LINE_MS) }, (_, index) => lineAt(index * LINE_MS, random));
  await makeTranscript({ taskId, said: lines, transcript: { durationSeconds, wordTimes: "measured" } });
  return lines;
}

function lineAt(startMs: number, random: () => number): LongLine {
  const count = MIN_WORDS + Math.floor(random() * (MAX_WORDS - MIN_WORDS + 1));
  const wordMs = Math.floor((LINE_MS - PAUSE_MS) / count);
  const words = Array.from({ length: count }, (_, index): LongLine["words"][number] => {
    const word = VOCABULARY[Math.floor(random() * VOCABULARY.length)] ?? "";
    return [word, startMs + index * wordMs, startMs + (index + 1) * wordMs];
  });
  return { text: words.map(([word]) => word).join(" "), startMs, endMs: startMs + LINE_MS - PAUSE_MS, words };
}
