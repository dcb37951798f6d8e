import { env } from "@/lib/env";

/** True where the installation has a language model: a server and the name of its model. */
export function isLanguageModelConfigured(): boolean {
  return env.LLM_BASE_URL !== undefined && env.LLM_MODEL !== undefined;
}
