"use server";

import { z } from "zod";
import {
  BULK_KINDS,
  type BulkKind,
  type BulkOrder,
  type BulkOutcome,
  type BulkSelection,
  hasTarget,
} from "@/components/tasks/bulk-actions";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { requestJob } from "@/lib/jobs/request-job";
import { listAssignableOperators } from "@/lib/operators/list-assignable-operators";
import { listVisibleTags, type VisibleTag } from "@/lib/tags/list-visible-tags";
import { MAX_BULK_TASKS } from "@/lib/tasks/bulk/bulk-access";
import { countSelection } from "@/lib/tasks/bulk/count-selection";
import type { TaskSelection } from "@/lib/tasks/bulk/task-selection";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";
import { filtersOf } from "./filters-of";
import { loadTaskSearchParams } from "./search-params";

const query = z.string().max(8_000);
const bulkOrder = z.object({
  kind: z.enum(BULK_KINDS),
  targetId: z.uuid().nullable(),
  selection: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("picked"), taskIds: z.array(z.uuid()).min(1).max(100) }),
    z.object({ kind: z.literal("matching"), query }),
  ]),
}) satisfies z.ZodType<BulkOrder>;

export async function countMatchingTasks(text: string): Promise<number> {
  const viewer = await requireViewer();
  const selection = selectionOf({ kind: "matching", query: query.parse(text) });
  return countSelection({ viewer, selection, limit: MAX_BULK_TASKS + 1 });
}

export async function orderBulk(input: BulkOrder): Promise<BulkOutcome> {
  const viewer = await requireViewer();
  const { kind, targetId, selection } = bulkOrder.parse(input);
  try {
    const { id } = await requestJob({ viewer, kind, params: { selection: selectionOf(selection), ...targetOf(kind, targetId) } });
    return { jobId: id };
  } catch (error) {
    if (isDatabaseAway(error)) return { problem: "failed" };
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_found" || error.code === "conflict") return { problem: "gone" };
    const { problem } = error.details;
    return { problem: problem === "too_many" || problem === "no_model" ? problem : "nothing" };
  }
}

export async function suggestAssignableOperators(text: string): Promise<TaskOperator[]> {
  const viewer = await requireViewer();
  return orNotFound(listAssignableOperators({ viewer, text: z.string().max(200).parse(text) }));
}

export async function listTags(): Promise<VisibleTag[]> {
  return listVisibleTags({ viewer: await requireViewer() });
}

function targetOf(kind: BulkKind, targetId: string | null): { operatorId?: string; tagId?: string } {
  if (!hasTarget(kind)) return {};
  if (targetId === null) throw new AppError("not_found", "Nothing was chosen.");
  return kind === "assign_operator" ? { operatorId: targetId } : { tagId: targetId };
}

function selectionOf(selection: BulkSelection): TaskSelection {
  if (selection.kind === "picked") return selection;
  const filters = filtersOf(loadTaskSearchParams(`?${selection.query}`));
  return { kind: "matching", filters: { ...filters, createdBefore: new Date() } };
}
