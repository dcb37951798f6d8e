import { env } from "@/lib/env";
import { isLanguageModelConfigured } from "./is-language-model-configured";

/** The host that transcripts are sent to; null where no language model is set up. */
export function languageModelHost(): string | null {
  return isLanguageModelConfigured() && env.LLM_BASE_URL !== undefined ? new URL(env.LLM_BASE_URL).host : null;
}
