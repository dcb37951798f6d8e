import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { AuditKind } from "@/db/enums";
import { assignments, campaigns, samples } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { assignmentState, isPastDue } from "./assignment-columns";
import type { AssignmentState } from "./assignment-state";
import { countOwnQueue } from "./count-own-queue";

/** How a call stands in the viewer's own queue. */
export type QueueEntry = {
  id: string;
  taskId: string;
  kind: AuditKind;
  state: AssignmentState;
  sampleName: string;
  dueOn: string | null;
  isOverdue: boolean;
  /** Which of the viewer's calls of the sample it is, and how many those are. */
  number: number;
  sampleCount: number;
  /** How many calls wait in the whole queue. */
  leftCount: number;
};

/** The place of a task in the viewer's own queue, also once it is done; null for calls that are not in it. Where it is in two, what waits counts. */
export async function findQueueEntry({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<QueueEntry | null> {
  if (viewer.role === "agent" || !z.uuid().safeParse(taskId).success) return null;
  const others = sql`(select count(*)::int from assignments as others where others.sample_id = ${assignments.sampleId} and others.auditor_id = ${viewer.userId}`;
  const [entry] = await db
    .select({
      ...{ id: assignments.id, taskId: assignments.taskId, kind: assignments.kind, state: assignmentState },
      ...{ sampleName: samples.name, dueOn: samples.dueOn, isOverdue: isPastDue },
      number: sql<number>`${others} and (others.position, others.id) <= (${assignments.position}, ${assignments.id}))`,
      sampleCount: sql<number>`${others})`,
    })
    .from(assignments)
    .innerJoin(samples, eq(samples.id, assignments.sampleId))
    .innerJoin(campaigns, eq(campaigns.id, samples.campaignId))
    .where(and(eq(assignments.taskId, taskId), eq(assignments.auditorId, viewer.userId)))
    .orderBy(desc(sql`${assignmentState} = 'open'`), desc(assignments.createdAt))
    .limit(1);
  return entry ? { ...entry, leftCount: await countOwnQueue({ viewer }) } : null;
}
