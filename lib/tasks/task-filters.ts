import type { Direction, Source, TaskStatus } from "@/db/enums";
import type { Conversion } from "@/lib/outcomes/conversions";

export const TASK_SORTS = ["created", "started", "duration", "score"] as const;
export type TaskSortKey = (typeof TASK_SORTS)[number];

export const SORT_ORDERS = ["desc", "asc"] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** What the list is ordered by: when the task was made, when the call started, how long it took, how it was scored (tasks without a score come last in both orders). */
export type TaskSort = { key: TaskSortKey; order: SortOrder };

/** A decimal number as text, exact to four places. */
export const AMOUNT_PATTERN = /^-?\d{1,14}(\.\d{1,4})?$/;

/** What the list is narrowed to; what is missing or empty narrows nothing. */
export type TaskFilters = {
  campaignIds?: number[];
  operatorIds?: string[];
  /** Tasks whose operator is unknown, besides those of `operatorIds`. */
  isOperatorUnknown?: boolean;
  statuses?: TaskStatus[];
  directions?: Direction[];
  sources?: Source[];
  /** Call started at or after. */
  startedFrom?: Date;
  /** Call started before. */
  startedBefore?: Date;
  /** The task was made before: what came since is not meant. */
  createdBefore?: Date;
  /** Scored at least so; a task without a score is in no range. */
  scoreFrom?: number;
  /** Scored at most so. */
  scoreTo?: number;
  /** Bears any of these tags. */
  tagIds?: string[];
  /** Outcomes of pay-per-call calls; any of these, and so with buyers and publishers, by their names. */
  conversions?: Conversion[];
  buyers?: string[];
  publishers?: string[];
  /** Revenue of at least and at most so, as AMOUNT_PATTERN. They narrow nothing for those who may not see money. */
  revenueFrom?: string;
  revenueTo?: string;
  /** Part of a phone number, part of an operator's name, the beginning of a recording's file name, or the platform's id of the call. */
  text?: string;
};

/** Whether being in the list, or where in it, tells how calls were scored. */
export function asksForScores({ scoreFrom, scoreTo }: TaskFilters, { key }: TaskSort): boolean {
  return key === "score" || scoreFrom !== undefined || scoreTo !== undefined;
}
