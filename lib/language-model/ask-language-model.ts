import type { z } from "zod";
import { env } from "@/lib/env";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { type ChatMessage, completeChat } from "./complete-chat";
import { LanguageModelFailure } from "./language-model-failure";
import { languageModelHost } from "./language-model-host";
import { addModelUse } from "./model-use";
import { readJsonAnswer } from "./read-json-answer";
import { schemaOfShape } from "./schema-of-shape";

type AskLanguageModelInput<T> = {
  system: string;
  user: string;
  /** What the answer is called: letters, digits and underscores. */
  shapeName: string;
  shape: z.ZodType<T>;
  signal: AbortSignal;
  /** What earlier questions of the same work took; it is part of the `use` that is returned or thrown. */
  spent?: ModelUse | null;
  answerWithinMs?: number;
};

/** What a model is shown of its own unreadable answer. */
const MAX_SHOWN = 20_000;

/**
 * Asks the installation's language model, on any server that speaks OpenAI's protocol, and returns its answer in the shape given and what it
 * took. An answer in another shape is sent back once, with what is wrong. Throws LanguageModelFailure, or what ended the signal.
 */
export async function askLanguageModel<T>(input: AskLanguageModelInput<T>): Promise<{ value: T; use: ModelUse }> {
  const { system, user, shapeName, shape, signal, spent = null, answerWithinMs } = input;
  const format = { name: shapeName, ...schemaOfShape(shape) };
  const messages: ChatMessage[] = [
    { role: "system", content: system },
    { role: "user", content: user },
  ];
  const ask = (asked: ChatMessage[], before: ModelUse | null) =>
    completeWithUse({ messages: asked, format, signal, answerWithinMs }, before);
  const first = await ask(messages, spent);
  const read = readAs(first.text, shape);
  if ("value" in read) return { value: read.value, use: first.use };
  const second = await ask(
    [
      ...messages,
      { role: "assistant", content: first.text.slice(0, MAX_SHOWN) || "{}" },
      { role: "user", content: `That cannot be read: ${read.problem}. Answer again, with the JSON object alone.` },
    ],
    first.use,
  );
  const readAgain = readAs(second.text, shape);
  if ("value" in readAgain) return { value: readAgain.value, use: second.use };
  const message = `${env.LLM_MODEL} at ${languageModelHost()} answered twice what cannot be read: ${readAgain.problem}.`;
  throw new LanguageModelFailure("unreadable_answer", message, { use: second.use });
}

/** Adds what was spent before to what an answer took, or to what its failure did. */
async function completeWithUse(input: Parameters<typeof completeChat>[0], spent: ModelUse | null) {
  try {
    const { text, use } = await completeChat(input);
    return { text, use: addModelUse(spent, use) };
  } catch (error) {
    if (!(error instanceof LanguageModelFailure) || spent === null) throw error;
    const { code, message, retryAfterSeconds, cause } = error;
    const use = error.use === null ? spent : addModelUse(spent, error.use);
    throw new LanguageModelFailure(code, message, { retryAfterSeconds, cause, use });
  }
}

function readAs<T>(text: string, shape: z.ZodType<T>): { value: T } | { problem: string } {
  const json = readJsonAnswer(text);
  if (json === undefined) return { problem: text.trim() === "" ? "it is empty" : "it is not JSON" };
  const read = shape.safeParse(json);
  if (read.success) return { value: read.data };
  const problems = read.error.issues.slice(0, 5).map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  return { problem: `it is in another shape than asked for (${problems.join("; ")})` };
}
