import type { Direction, Source, TaskStatus } from "@/db/enums";

export const TASK_SORTS = ["created", "started", "duration"] as const;
export type TaskSortKey = (typeof TASK_SORTS)[number];

export const SORT_ORDERS = ["desc", "asc"] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** What the list is ordered by: when the task was made, when the call started, how long it took. */
export type TaskSort = { key: TaskSortKey; order: SortOrder };

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
  /** Part of a phone number, else part of an operator's name. */
  text?: string;
};
