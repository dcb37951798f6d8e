import type { ServerResponse } from "node:http";
import { sendJson } from "@/lib/http/testing/stand-in-server";

type Completion = { usage?: unknown; finishReason?: string };

/** Answers as a language model does: with a text, or with a value as JSON. */
export function sendCompletion(response: ServerResponse, content: unknown, { usage, finishReason = "stop" }: Completion = {}): void {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  sendJson(response, {
    choices: [{ index: 0, finish_reason: finishReason, message: { role: "assistant", content: text } }],
    usage: usage === undefined ? { prompt_tokens: 1_000, completion_tokens: 200 } : usage,
  });
}
