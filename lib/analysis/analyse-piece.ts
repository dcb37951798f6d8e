import { z } from "zod";
import { SENTIMENTS } from "@/db/enums";
import type { analyses, Quote } from "@/db/schema";
import { asData } from "@/lib/language-model/as-data";
import { askLanguageModel } from "@/lib/language-model/ask-language-model";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import { findQuote } from "@/lib/transcripts/find-quote";
import { firstOfEach } from "./first-of-each";
import { ANALYSIS_PROMPTS } from "./prompts";
import { quoteKey } from "./quote-key";
import type { CallLine, CallTag, ReadCall } from "./read-call";
import { tidyWords } from "./tidy-words";

/** What a call comes to: every part with words that were said. `droppedCount` parts had none, and are not here. */
export type Analysis = Pick<typeof analyses.$inferSelect, "summary" | "topics" | "sentiments" | "droppedCount">;

const MAX_SENTENCE_LENGTH = 600;
const MAX_LABEL_LENGTH = 80;
/** More parts than a call has: what a model that does not stop adds to them is not looked at. */
const MAX_PARTS = 200;
const MAX_QUOTES = 5;

const answerShape = z.object({
  summary: z.array(z.object({ sentence: z.string(), quotes: z.array(z.string()) })),
  topics: z.array(z.object({ label: z.string(), quote: z.string() })),
  sentiments: z.array(z.object({ line: z.number().int(), sentiment: z.enum(SENTIMENTS), quote: z.string() })),
});
type Answer = z.infer<typeof answerShape>;

type AnalysePieceInput = {
  call: ReadCall;
  lines: CallLine[];
  /** Which part of how many. */
  part: { number: number; count: number };
  signal: AbortSignal;
  spent: ModelUse | null;
};

/** Has the language model read a part of a call, and keeps what rests on words that were said in it. Throws LanguageModelFailure. */
export async function analysePiece({ call, lines, part, signal, spent }: AnalysePieceInput): Promise<{ found: Analysis; use: ModelUse }> {
  const { analyse, ...prompts } = ANALYSIS_PROMPTS[call.language];
  const user = [
    ...(call.tags.length === 0 ? [] : [prompts.tags, ...call.tags.map(tagLine)]),
    ...(part.count === 1 ? [] : [prompts.part(part.number, part.count)]),
    "<transcript>",
    ...lines.map(({ position, role, text }) => `[${position + 1}] ${prompts.roles[role]}: ${asData(text)}`),
    "</transcript>",
  ].join("\n");
  const { value, use } = await askLanguageModel({ system: analyse, user, shapeName: "call_analysis", shape: answerShape, signal, spent });
  return { found: checked(value, lines, call.tags), use };
}

function tagLine({ name, description }: CallTag): string {
  return `- ${asData(name)}${description === "" ? "" : `: ${asData(description)}`}`;
}

function checked(answer: Answer, lines: CallLine[], tags: CallTag[]): Analysis {
  const summary = answer.summary.slice(0, MAX_PARTS).flatMap(({ sentence, quotes }) => {
    const said = quotes.slice(0, MAX_QUOTES).flatMap((quote) => findQuote(lines, quote) ?? []);
    const found = firstOfEach(said, quoteKey);
    const text = tidyWords(sentence, MAX_SENTENCE_LENGTH);
    return found.length === 0 || text === "" ? [] : [{ sentence: text, quotes: found }];
  });
  const topics = answer.topics.slice(0, MAX_PARTS).flatMap(({ label, quote }) => {
    const found = findQuote(lines, quote);
    const text = tidyWords(label, MAX_LABEL_LENGTH);
    const tag = tags.find(({ matchKey }) => matchKey === operatorMatchKey(text));
    return found === null || text === "" ? [] : [{ label: tag?.name ?? text, tagId: tag?.id ?? null, quote: found }];
  });
  const moved = answer.sentiments.filter(({ sentiment }) => sentiment !== "neutral");
  const sentiments = moved.slice(0, MAX_PARTS).flatMap(({ line, sentiment, quote }) => {
    const found = findNear(lines, line - 1, quote);
    return found === null ? [] : [{ position: found.position, sentiment, quote: found.text }];
  });
  const asked = answer.summary.length + answer.topics.length + moved.length;
  return { summary, topics, sentiments, droppedCount: asked - summary.length - topics.length - sentiments.length };
}

/** The line that the model named goes before others in which the same is said. */
function findNear(lines: CallLine[], position: number, text: string): Quote | null {
  const named = lines.filter((line) => line.position === position);
  return findQuote(named, text) ?? findQuote(lines, text);
}
