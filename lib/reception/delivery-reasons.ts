/** Stable codes of why deliveries get their verdicts, those that there are words for. Imports nothing, so that a browser may load it. */
export const DELIVERY_REASONS = [
  "not_end",
  "not_ended",
  "unknown_event",
  "not_recorded",
  "no_recording_url",
  "recording_known",
  "seen_before",
  "outcome_only",
  "nothing_new",
  "invalid_json",
  "not_an_object",
  "invalid_form",
  "invalid_fields",
  "unsupported_media_type",
  "unsupported_charset",
  "body_too_large",
  "body_too_slow",
  "body_cut_off",
  "unknown_campaign",
  "campaign_archived",
  "wrong_source",
  "unknown_connection",
  "pixels_not_allowed",
] as const;

/** Those of deliveries that were refused. */
export const REFUSAL_REASONS = DELIVERY_REASONS.slice(DELIVERY_REASONS.indexOf("invalid_json"));
