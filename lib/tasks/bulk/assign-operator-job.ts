import { and, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { calls, tasks } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { JobHandler } from "@/lib/jobs/job-handler";
import { holdAssignableOperator } from "@/lib/operators/hold-assignable-operator";
import { operatorNotFound } from "@/lib/operators/operator-access";
import { visibleTasks } from "../task-access";
import { canAssignOperators, countBulk } from "./bulk-access";
import { readSelection } from "./read-selection";
import { taskSelection } from "./task-selection";

const STEP_SIZE = 200;

const params = z.object({ selection: taskSelection, operatorId: z.uuid() });

/** Says whose calls tasks are. For admins, and for supervisors within their campaigns, with the operators that they see. */
export const assignOperatorJob: JobHandler<z.infer<typeof params>> = {
  params,
  count: async ({ viewer, params: { selection, operatorId } }) => {
    requireAssigner(viewer);
    await db.transaction((transaction) => holdAssignableOperator(transaction, viewer, operatorId));
    return countBulk({ viewer, selection });
  },
  advance: async ({ viewer, params: { selection, operatorId }, position, jobId }) => {
    requireAssigner(viewer);
    const selected = await readSelection({ viewer, selection, position, size: STEP_SIZE });
    await db.transaction(async (transaction) => {
      const operator = await holdAssignableOperator(transaction, viewer, operatorId);
      const changed = await transaction
        .update(tasks)
        .set({ operatorId, updatedAt: sql`now()` })
        .where(and(inArray(tasks.id, selected.taskIds), visibleTasks(viewer), sql`${tasks.operatorId} is distinct from ${operatorId}`))
        .returning({ taskId: tasks.id, callId: tasks.callId });
      if (changed.length === 0) return;
      const callIds = changed.map(({ callId }) => callId);
      await transaction.update(calls).set({ operatorId }).where(inArray(calls.id, callIds));
      const taskIds = changed.map(({ taskId }) => taskId);
      const object = { kind: "operator", id: operatorId, name: operator.name };
      await recordAuditEntry({ actor: viewer, action: "task.operator_assigned", object, details: { jobId, taskIds } }, transaction);
    });
    return { doneCount: selected.taskIds.length, problems: [], position: selected.position };
  },
};

function requireAssigner(viewer: Viewer): void {
  if (!canAssignOperators(viewer)) throw operatorNotFound();
}
