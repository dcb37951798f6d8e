/** Why a transcriber gives no text: what rows keep, and the screen says in its reader's language. */
export const TRANSCRIBER_FAILURE_CODES = [
  ...(["not_configured", "unreachable", "busy", "server_failed", "too_slow", "refused", "unreadable_answer"] as const),
  ...(["language_unknown", "pack_missing", "not_audio", "recording_deleted", "engine_failed"] as const),
] as const;

export type TranscriberFailureCode = (typeof TRANSCRIBER_FAILURE_CODES)[number];
