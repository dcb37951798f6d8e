/** What outcomes are narrowed by, besides campaigns and days. A publisher's sub-ids are told apart by their publisher. */
export const OUTCOME_FIELDS = ["publisher", "publisherSub", "buyer", "target", "vertical", "state", "endedBy", "hour"] as const;
export type OutcomeField = (typeof OUTCOME_FIELDS)[number];

/** What a report can have a row for each of. */
export const OUTCOME_BREAKDOWNS = ["day", "campaign", ...OUTCOME_FIELDS] as const;
export type OutcomeBreakdown = (typeof OUTCOME_BREAKDOWNS)[number];

/** What the sums count of the calls behind a number. */
export const COUNTED_SUBSETS = ["connected", "converted", "duplicates"] as const;
export type CountedSubset = (typeof COUNTED_SUBSETS)[number];

/** What the calls behind a number have in common, besides the filters; `audited`: a completed quality audit. */
export const OUTCOME_SUBSETS = [...COUNTED_SUBSETS, "audited"] as const;
export type OutcomeSubset = (typeof OUTCOME_SUBSETS)[number];

export type OutcomeFilters = {
  /** None: all that the viewer may see. */
  campaignIds?: number[];
  /** Days in the installation's time zone such as 2026-11-23, both included. */
  from: string;
  to: string;
  /** Any of the values of each field that has some. An empty text is what the platform left empty; an hour is `00` to `23`. */
  values?: Partial<Record<OutcomeField, string[]>>;
  /** Leaves out callers who had called before. */
  isWithoutDuplicates?: boolean;
};

/** The fields that each row of a breakdown has a value of. */
export function fieldsOf(by: OutcomeBreakdown): OutcomeField[] {
  if (by === "day" || by === "campaign") return [];
  return by === "publisherSub" ? ["publisher", "publisherSub"] : [by];
}

/** The fields that the filters ask for a value of. */
export function filteredFields({ values = {} }: OutcomeFilters): OutcomeField[] {
  return OUTCOME_FIELDS.filter((field) => (values[field] ?? []).length > 0);
}
