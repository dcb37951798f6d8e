import type { VisibleTag } from "@/lib/tags/list-visible-tags";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";

/** What can be done with many tasks at once. */
export const BULK_KINDS = ["assign_operator", "tag_tasks", "untag_tasks", "audit_tasks", "analyse_tasks"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Which tasks: those picked, or all that match the list's address. */
export type BulkSelection = { kind: "picked"; taskIds: string[] } | { kind: "matching"; query: string };

/** What needs nothing more to be said than which tasks. */
const PLAIN_KINDS = ["audit_tasks", "analyse_tasks"] as const;
type PlainKind = (typeof PLAIN_KINDS)[number];
export type TargetKind = Exclude<BulkKind, PlainKind>;

/** True for what is done with an operator or a tag, which has to be chosen. */
export function hasTarget(kind: BulkKind): kind is TargetKind {
  return !PLAIN_KINDS.some((plain) => plain === kind);
}

/** `targetId`: the operator or the tag; null for what has none. */
export type BulkOrder = { kind: BulkKind; selection: BulkSelection; targetId: string | null };

/** The job that was ordered, or why none was. */
export type BulkOutcome = { jobId: string } | { problem: "nothing" | "too_many" | "no_model" | "gone" | "failed" };

export type BulkActions = {
  /** How many tasks match; counted up to one more than a job does. */
  countMatching: (query: string) => Promise<number>;
  order: (order: BulkOrder) => Promise<BulkOutcome>;
  cancelJob: (id: string) => Promise<void>;
  suggestOperators: (text: string) => Promise<TaskOperator[]>;
  listTags: () => Promise<VisibleTag[]>;
};
