import { z } from "zod";
import { env } from "@/lib/env";
import { askLanguageModel } from "@/lib/language-model/ask-language-model";
import { LanguageModelFailure } from "@/lib/language-model/language-model-failure";
import { languageModelHost } from "@/lib/language-model/language-model-host";
import type { Finding } from "./finding";

/** A model that takes longer for one word is of no use for calls. */
const ANSWER_WITHIN_MS = 60_000;

/** Whether a language model is set up, and answers a question of one word in the shape that it is asked for. */
export async function checkLanguageModel({ answerWithinMs = ANSWER_WITHIN_MS } = {}): Promise<Finding> {
  const name = "Language model";
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model } = env;
  if (baseUrl === undefined && model === undefined)
    return { name, status: "ok", message: "None is set up, so that calls are not summed up: LLM_BASE_URL and LLM_MODEL name one." };
  if (baseUrl === undefined || model === undefined)
    return {
      name,
      status: "warning",
      message: `LLM_${baseUrl === undefined ? "BASE_URL" : "MODEL"} is not set, and without it none is asked.`,
    };
  const startedAt = performance.now();
  try {
    await askLanguageModel({
      system: "You answer with one JSON object.",
      user: 'Answer with {"isReady": true}.',
      shapeName: "readiness",
      shape: z.object({ isReady: z.boolean() }),
      signal: new AbortController().signal,
      answerWithinMs,
    });
  } catch (error) {
    if (!(error instanceof LanguageModelFailure)) throw error;
    return { name, status: "warning", message: error.message };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return { name, status: "ok", message: `${model} at ${languageModelHost()} answers, in ${seconds} s.` };
}
