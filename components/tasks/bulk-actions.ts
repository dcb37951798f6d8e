import type { VisibleTag } from "@/lib/tags/list-visible-tags";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";

/** What can be done with many tasks at once. */
export const BULK_KINDS = ["assign_operator", "tag_tasks", "untag_tasks"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Which tasks: those picked, or all that match the list's address. */
export type BulkSelection = { kind: "picked"; taskIds: string[] } | { kind: "matching"; query: string };

export type BulkOrder = { kind: BulkKind; selection: BulkSelection; targetId: string };

/** The job that was ordered, or why none was. */
export type BulkOutcome = { jobId: string } | { problem: "nothing" | "too_many" | "gone" | "failed" };

export type BulkActions = {
  /** How many tasks match; counted up to one more than a job does. */
  countMatching: (query: string) => Promise<number>;
  order: (order: BulkOrder) => Promise<BulkOutcome>;
  cancelJob: (id: string) => Promise<void>;
  suggestOperators: (text: string) => Promise<TaskOperator[]>;
  listTags: () => Promise<VisibleTag[]>;
};
