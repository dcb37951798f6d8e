/** What a criterion says of itself, besides its key, in the order in which people read it. */
export const CRITERION_FIELDS = [
  "question",
  "help",
  "kind",
  "maxPoints",
  "passingPoints",
  "weight",
  "condition",
  "critical",
  "mode",
  "rule",
] as const;
