import { z } from "zod";
import type { SpeechLanguage } from "@/db/enums";
import { asData } from "@/lib/language-model/as-data";
import { askLanguageModel } from "@/lib/language-model/ask-language-model";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import type { Analysis } from "./analyse-piece";
import { callPieces } from "./call-pieces";
import { firstOfEach } from "./first-of-each";
import { ANALYSIS_PROMPTS } from "./prompts";
import { quoteKey } from "./quote-key";
import { tidyWords } from "./tidy-words";

const MAX_SENTENCES = 6;
const MAX_SENTENCE_LENGTH = 600;
const MAX_QUOTES = 3;

const answerShape = z.object({ summary: z.array(z.object({ sentence: z.string(), from: z.array(z.number().int()) })) });

type Sentence = Analysis["summary"][number];
type Summed = { sentences: Sentence[]; droppedCount: number; use: ModelUse };
type SumUpInput = { language: SpeechLanguage; sentences: Sentence[]; signal: AbortSignal; spent: ModelUse };

/**
 * Sums the summaries of a call's parts up, in rounds where they are more than fit a question. A sentence keeps the quotes of those that it says
 * it rests on, and is dropped where it names none. Throws LanguageModelFailure.
 */
export async function sumUp({ language, sentences, signal, spent }: SumUpInput): Promise<Summed> {
  let summed: Summed = { sentences: [], droppedCount: 0, use: spent };
  const pieces = callPieces(sentences, ({ sentence }) => sentence);
  for (const piece of pieces) {
    const { system, user } = questionOf(language, piece);
    const { value, use } = await askLanguageModel({
      ...{ system, user, shapeName: "call_summary", shape: answerShape, signal },
      spent: summed.use,
    });
    const found = value.summary.slice(0, MAX_SENTENCES).flatMap((one) => sentenceOf(one, piece));
    const droppedCount = summed.droppedCount + value.summary.length - found.length;
    summed = { sentences: [...summed.sentences, ...found], droppedCount, use };
  }
  if (pieces.length < 2) return summed;
  const whole = await sumUp({ language, sentences: summed.sentences, signal, spent: summed.use });
  return { ...whole, droppedCount: whole.droppedCount + summed.droppedCount };
}

function questionOf(language: SpeechLanguage, sentences: Sentence[]): { system: string; user: string } {
  const lines = sentences.map(({ sentence }, index) => `[${index + 1}] ${asData(sentence)}`);
  return { system: ANALYSIS_PROMPTS[language].sumUp, user: ["<sentences>", ...lines, "</sentences>"].join("\n") };
}

function sentenceOf({ sentence, from }: { sentence: string; from: number[] }, sources: Sentence[]): Sentence[] {
  const text = tidyWords(sentence, MAX_SENTENCE_LENGTH);
  const quotes = firstOfEach(
    from.flatMap((number) => sources[number - 1]?.quotes.slice(0, 1) ?? []),
    quoteKey,
  ).slice(0, MAX_QUOTES);
  return text === "" || quotes.length === 0 ? [] : [{ sentence: text, quotes }];
}
