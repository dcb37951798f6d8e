/** States of a recording that is announced and not here, as its list is narrowed by them. Imports nothing, so that a browser may load it. */
export const MISSING_RECORDING_STATUSES = ["unavailable", "pending"] as const;

export type MissingRecordingStatus = (typeof MISSING_RECORDING_STATUSES)[number];
