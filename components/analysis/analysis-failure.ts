const KNOWN = [
  "unreachable",
  "busy",
  "server_failed",
  "too_slow",
  "refused",
  "unreadable_answer",
  "cut_short",
  "not_configured",
  "not_wanted",
  "no_transcript",
  "transcript_changed",
] as const;

/** Why the language model came to nothing, as messages name it; `failed` for what they do not know. */
export function analysisFailure(code: string | null): (typeof KNOWN)[number] | "failed" {
  return KNOWN.find((known) => known === code) ?? "failed";
}
