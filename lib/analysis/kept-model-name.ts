import { env } from "@/lib/env";

const MAX_LENGTH = 200;

/** The installation's language model, as an analysis keeps its name. */
export function keptModelName(): string {
  return (env.LLM_MODEL ?? "").slice(0, MAX_LENGTH);
}
