/** Stable codes of what can go wrong with one attempt to take a recording in: what rows keep, and the screen says in its reader's language. */
export const ATTEMPT_REASONS = [
  ...(["invalid_url", "user_info", "private_address", "insecure_redirect", "too_many_redirects", "bad_redirect"] as const),
  ...(["name_not_resolved", "connection_failed", "connect_timeout", "headers_timeout", "idle_timeout", "too_slow"] as const),
  ...(["took_too_long", "bad_answer", "not_ready", "not_found", "forbidden", "gone", "throttled", "host_error"] as const),
  ...(["unexpected_status", "empty", "cut_short", "too_large", "not_audio"] as const),
  ...(["decoder_missing", "decoder_failed", "storage_failed"] as const),
] as const;

export type AttemptReason = (typeof ATTEMPT_REASONS)[number];
