import { z } from "zod";
import { env } from "@/lib/env";
import { askServer } from "@/lib/http/ask-server";
import { ServerFailure } from "@/lib/http/server-failure";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { LanguageModelFailure } from "./language-model-failure";
import { modelUse } from "./model-use";

export type ChatMessage = { role: "system" | "user" | "assistant"; content: string };

/** What an answer is to look like: the schema for servers that can be held to it, by name. */
export type AnswerFormat = { name: string; schema: Record<string, unknown>; isStrict: boolean };

const ANSWER_WITHIN_MS = 5 * 60_000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** More than any model reads at once; a server that says more is mistaken, and the database's column would not hold it. */
const MAX_TOKENS = 100_000_000;

const tokenCount = z.number().int().min(0).max(MAX_TOKENS).catch(0);
/** The parts of an answer that are used (platform.openai.com/docs/api-reference/chat); some servers give the content in pieces. */
const completionShape = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: tokenCount, completion_tokens: tokenCount }).nullish().catch(null),
});

type CompleteChatInput = { messages: ChatMessage[]; format: AnswerFormat; signal: AbortSignal; answerWithinMs?: number | undefined };

/**
 * Asks the installation's language model once, `POST {base}/v1/chat/completions`, and returns the text of its answer. What the server does not
 * know of the request (answers held to a schema, or to JSON; a temperature) is left out after its refusal. Throws LanguageModelFailure.
 */
export async function completeChat({ messages, format, signal, answerWithinMs = ANSWER_WITHIN_MS }: CompleteChatInput): Promise<{
  text: string;
  use: ModelUse;
}> {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey = null } = env;
  if (baseUrl === undefined || model === undefined)
    throw new LanguageModelFailure("not_configured", "No language model is set up: LLM_BASE_URL and LLM_MODEL name one.");
  const url = `${baseUrl.replace(/\/+$/, "").replace(/\/v1$/, "")}/v1/chat/completions`;
  const headers = { "content-type": "application/json", ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }) };
  const ask = (options: RequestOptions) => {
    const body = JSON.stringify({ model, messages: messagesOf(messages, format, options), ...fieldsOf(format, options) });
    return askServer({
      url,
      headers,
      body,
      signal,
      shape: completionShape,
      answerWithinMs,
      maxAnswerBytes: MAX_ANSWER_BYTES,
      secret: apiKey,
    });
  };
  const { choices, usage } = await askWithin(ask, { responseFormat: "json_schema", hasTemperature: true });
  const use = modelUse({ model, inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 });
  const [choice] = choices;
  const { host } = new URL(url);
  if (choice?.finish_reason === "length")
    throw new LanguageModelFailure("cut_short", `${host} cut the answer of ${model} short: it has reached the server's limit of length.`, {
      use,
    });
  if (choice?.message.refusal)
    throw new LanguageModelFailure("refused", `${model} at ${host} refused to answer: ${choice.message.refusal}`, { use });
  return { text: textOf(choice?.message.content), use };
}

type RequestOptions = { responseFormat: "json_schema" | "json_object" | "none"; hasTemperature: boolean };
type Completion = z.infer<typeof completionShape>;

async function askWithin(ask: (options: RequestOptions) => Promise<Completion>, options: RequestOptions): Promise<Completion> {
  try {
    return await ask(options);
  } catch (error) {
    if (!(error instanceof ServerFailure)) throw error;
    const simpler = simplerThan(options, error);
    if (simpler) return askWithin(ask, simpler);
    const { code, message, retryAfterSeconds } = error;
    throw new LanguageModelFailure(code, message, { retryAfterSeconds, cause: error });
  }
}

/** The request without what the server has just said that it does not know; null when it said nothing of the kind. */
function simplerThan({ responseFormat, hasTemperature }: RequestOptions, { status, message }: ServerFailure): RequestOptions | null {
  if (status !== 400 && status !== 422) return null;
  if (hasTemperature && /temperature/i.test(message)) return { responseFormat, hasTemperature: false };
  if (!/response_?format|json_?(schema|object)/i.test(message) || responseFormat === "none") return null;
  return { responseFormat: responseFormat === "json_schema" ? "json_object" : "none", hasTemperature };
}

function fieldsOf({ name, schema, isStrict }: AnswerFormat, { responseFormat, hasTemperature }: RequestOptions) {
  const json_schema = { name, schema, strict: isStrict };
  return {
    ...(hasTemperature ? { temperature: 0 } : {}),
    ...(responseFormat === "json_schema" ? { response_format: { type: "json_schema", json_schema } } : {}),
    ...(responseFormat === "json_object" ? { response_format: { type: "json_object" } } : {}),
  };
}

/** A server that cannot be held to the schema is told it in words. */
function messagesOf(messages: ChatMessage[], { schema }: AnswerFormat, { responseFormat }: RequestOptions): ChatMessage[] {
  if (responseFormat === "json_schema") return messages;
  const words = `Answer with one JSON object and nothing else. It has to match this JSON Schema:\n${JSON.stringify(schema)}`;
  return messages.map((message) => (message.role === "system" ? { ...message, content: `${message.content}\n\n${words}` } : message));
}

function textOf(content: Completion["choices"][number]["message"]["content"]): string {
  return typeof content === "string" ? content : (content ?? []).map(({ text = "" }) => text).join("");
}
