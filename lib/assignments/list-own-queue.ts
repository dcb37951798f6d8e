import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { AuditKind } from "@/db/enums";
import { assignments, campaigns, operators, samples, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isPastDue } from "./assignment-columns";
import { queuePlace, waitsFor } from "./queue-conditions";

/** A call that waits for its auditor. */
export type QueuedCall = {
  id: string;
  taskId: string;
  kind: AuditKind;
  sampleName: string;
  campaignName: string;
  timeZone: string | null;
  operatorName: string | null;
  startedAt: Date;
  durationSeconds: number;
  dueOn: string | null;
  isOverdue: boolean;
};

export type OwnQueue = { leftCount: number; overdueCount: number; calls: QueuedCall[] };

const MAX_CALLS = 200;

/** What waits for a viewer, in the order that it comes in: how many calls in all, and the first of them. Nothing for agents. */
export async function listOwnQueue({ viewer, limit = 25 }: { viewer: Viewer; limit?: number }): Promise<OwnQueue> {
  const [[counts], calls] = await Promise.all([
    db
      .select({ left: sql<number>`count(*)::int`, overdue: sql<number>`(count(*) filter (where ${isPastDue}))::int` })
      .from(assignments)
      .innerJoin(samples, eq(samples.id, assignments.sampleId))
      .innerJoin(campaigns, eq(campaigns.id, samples.campaignId))
      .innerJoin(tasks, eq(tasks.id, assignments.taskId))
      .where(waitsFor(viewer)),
    db
      .select({
        ...{ id: assignments.id, taskId: assignments.taskId, kind: assignments.kind, sampleName: samples.name, dueOn: samples.dueOn },
        ...{ campaignName: campaigns.name, timeZone: campaigns.timeZone, operatorName: operators.name, isOverdue: isPastDue },
        ...{ startedAt: tasks.startedAt, durationSeconds: tasks.durationSeconds },
      })
      .from(assignments)
      .innerJoin(samples, eq(samples.id, assignments.sampleId))
      .innerJoin(campaigns, eq(campaigns.id, samples.campaignId))
      .innerJoin(tasks, eq(tasks.id, assignments.taskId))
      .leftJoin(operators, eq(operators.id, tasks.operatorId))
      .where(waitsFor(viewer))
      .orderBy(asc(queuePlace))
      .limit(Math.min(limit, MAX_CALLS)),
  ]);
  return { leftCount: counts?.left ?? 0, overdueCount: counts?.overdue ?? 0, calls };
}
