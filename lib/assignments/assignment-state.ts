/** Where a call of a sample stands with its auditor. Imports nothing, so that a browser may load it. */
export const ASSIGNMENT_STATES = ["open", "done", "skipped"] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];
