import type { ContactChannel } from "@/db/enums";
import type { AuditMaker } from "@/lib/audits/audit-list-filters";

/** What a quality report can have a row for each of. */
export const QUALITY_GROUPS = ["campaign", "operator", "auditor", "day", "week", "month"] as const;
export type QualityGroup = (typeof QUALITY_GROUPS)[number];

/** How long the times are that a report is told apart by; weeks begin on Mondays. */
export const QUALITY_GRAINS = ["day", "week", "month"] as const satisfies readonly QualityGroup[];
export type QualityGrain = (typeof QUALITY_GRAINS)[number];

/** What answers are added up by. */
export const QUESTION_GROUPS = ["criterion", "section"] as const;
export type QuestionGroup = (typeof QUESTION_GROUPS)[number];

/** Why a call deserves a look: its score, a critical criterion that failed, a long silence, or much that was said in anger. */
export const CALL_PROBLEMS = ["lowest", "critical", "silence", "negative"] as const;
export type CallProblem = (typeof CALL_PROBLEMS)[number];

/** Where a band of scores begins; it ends where the next begins, the last one with 100. */
export const SCORE_BANDS = [0, 50, 60, 70, 80, 90] as const;

export const CONVERSION_GROUPS = ["band", "operator"] as const;
export type ConversionGroup = (typeof CONVERSION_GROUPS)[number];

export type QualityFilters = {
  /** None: all that the viewer may see. So with every list here. */
  campaignIds?: number[];
  operatorIds?: string[];
  auditorIds?: string[];
  /** Days of the contact in its campaign's time zone such as 2026-11-23, both included. */
  from: string;
  to: string;
  /** Null: both. */
  by?: AuditMaker | null;
  versionIds?: string[];
  channel?: ContactChannel | null;
};

/** Whether a group is of times. */
export function isGrain(by: QualityGroup): by is QualityGrain {
  return QUALITY_GRAINS.some((grain) => grain === by);
}
