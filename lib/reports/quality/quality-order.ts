import type { QualityRow } from "./get-quality-report";
import type { QuestionRow } from "./get-question-report";
import { isGrain, type QualityGroup } from "./quality-filters";
import type { QualityMeasures } from "./quality-measures";
import type { QuestionCounts } from "./question-counts";

/** What is told of audits, and of all calls where it makes sense to ask how many of them were audited. */
export const AUDIT_MEASURES = ["audits", "average", "averageWithoutFail", "passed", "critical"] as const;
export const COVERAGE_MEASURES = ["tasks", "byMachine", "byPeople", "validated"] as const;
export const QUALITY_MEASURES = [...AUDIT_MEASURES, ...COVERAGE_MEASURES] as const;
export type CoverageMeasure = (typeof COVERAGE_MEASURES)[number];
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];

export const QUALITY_SORTS = ["value", ...QUALITY_MEASURES] as const;
export type QualitySort = { key: (typeof QUALITY_SORTS)[number]; order: "asc" | "desc" };

export const QUESTION_SORTS = ["value", "complied", "failed", "share", "agreement"] as const;
export type QuestionSort = { key: (typeof QUESTION_SORTS)[number]; order: "asc" | "desc" };

/** How rows stand unless somebody wants it otherwise: times in their order, all else by audits. */
export function usualSort(by: QualityGroup): QualitySort {
  return isGrain(by) ? { key: "value", order: "asc" } : { key: "audits", order: "desc" };
}

/** Rows in order; what has no number is last, what is equal by name. */
export function orderQuality(rows: QualityRow[], { key, order }: QualitySort): QualityRow[] {
  const byName = (one: QualityRow, other: QualityRow) => NAMES.compare(one.name ?? one.value, other.name ?? other.value);
  if (key === "value") return rows.toSorted((one, other) => (order === "asc" ? byName(one, other) : byName(other, one)));
  return rows.toSorted((one, other) => compare(sizeOf(one, key), sizeOf(other, key), order) || byName(one, other));
}

/** Answers in order; those by the scorecard stand as they come. */
export function orderQuestions<Row extends QuestionCounts>(rows: Row[], { key, order }: QuestionSort): Row[] {
  if (key === "value") return order === "asc" ? rows : rows.toReversed();
  const sizes = {
    complied: ({ applicable, failed }: Row) => applicable - failed,
    failed: ({ failed }: Row) => failed,
    share: failedShare,
    agreement: agreementShare,
  };
  return rows.toSorted((one, other) => compare(sizes[key](one), sizes[key](other), order) || other.failed - one.failed);
}

/** A count as a share of what it is counted of: audits, or calls; null where there are none. */
export function shareOf(
  measure: "passed" | "critical" | CoverageMeasure,
  { audits, passed, critical, coverage }: QualityMeasures,
): number | null {
  if (measure === "passed" || measure === "critical") return audits === 0 ? null : (measure === "passed" ? passed : critical) / audits;
  return coverage === null || coverage.tasks === 0 ? null : coverage[measure] / coverage.tasks;
}

/** How many of those who were asked and to whom it applied failed. */
export function failedShare({ applicable, failed }: Pick<QuestionRow, "applicable" | "failed">): number | null {
  return applicable === 0 ? null : failed / applicable;
}

/** How often a person gave the machine's answer, where both gave one. */
export function agreementShare({ compared, agreed }: Pick<QuestionRow, "compared" | "agreed">): number | null {
  return compared === 0 ? null : agreed / compared;
}

const NAMES = new Intl.Collator("en", { numeric: true });

function sizeOf(row: QualityRow, key: QualityMeasure): number | null {
  if (key === "audits" || key === "average" || key === "averageWithoutFail") return row[key];
  return key === "tasks" ? (row.coverage?.tasks ?? null) : shareOf(key, row);
}

function compare(one: number | null, other: number | null, order: "asc" | "desc"): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return order === "asc" ? one - other : other - one;
}
