/** Why a machine's work on a call comes to nothing: what rows keep, and the screen says in its reader's language. */
export const MACHINE_WORK_FAILURE_CODES = [
  ...(["unreachable", "busy", "server_failed", "too_slow", "refused", "unreadable_answer", "cut_short", "not_all_read"] as const),
  ...(["not_configured", "not_wanted", "no_transcript", "no_scorecard", "transcript_changed", "scorecard_changed", "failed"] as const),
] as const;

export type MachineWorkFailureCode = (typeof MACHINE_WORK_FAILURE_CODES)[number];
