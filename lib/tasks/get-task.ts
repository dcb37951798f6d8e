import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { calls, campaigns, operators, recordings, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { listCallAttempts, type RecordingAttempt } from "./list-call-attempts";
import { type CallDelivery, listCallDeliveries } from "./list-call-deliveries";
import { visibleTasks } from "./task-access";

export type TaskDetails = Awaited<ReturnType<typeof findTask>> & {
  recordings: TaskRecording[];
  /** Oldest first. Empty for those who may not see how calls are received. */
  attempts: RecordingAttempt[];
  /** Oldest first, without payload. Empty for those who may not see how calls are received. */
  deliveries: CallDelivery[];
};

export type TaskRecording = Omit<typeof recordings.$inferSelect, "callId">;

/** One task with everything that is known of its call. Throws not-found for a task that the viewer may not see, as for one that is not there. */
export async function getTask({ viewer, id }: { viewer: Viewer; id: string }): Promise<TaskDetails> {
  const task = await findTask(viewer, id);
  const canSeeReception = viewer.role === "admin" || viewer.role === "supervisor";
  const [ofCall, attempts, deliveries] = await Promise.all([
    db.query.recordings.findMany({ where: eq(recordings.callId, task.call.id), columns: { callId: false }, orderBy: recordings.createdAt }),
    canSeeReception ? listCallAttempts({ callId: task.call.id }) : [],
    canSeeReception ? listCallDeliveries({ callId: task.call.id }) : [],
  ]);
  return { ...task, recordings: ofCall, attempts, deliveries };
}

async function findTask(viewer: Viewer, id: string) {
  const [task] = z.uuid().safeParse(id).success
    ? await db
        .select({
          id: tasks.id,
          status: tasks.status,
          failure: tasks.failure,
          score: tasks.score,
          recordingId: tasks.recordingId,
          createdAt: tasks.createdAt,
          campaign: { id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone },
          operator: { id: operators.id, name: operators.name },
          call: {
            id: calls.id,
            source: calls.source,
            externalId: calls.externalId,
            direction: calls.direction,
            startedAt: calls.startedAt,
            calling: calls.calling,
            called: calls.called,
            disposition: calls.disposition,
            durationSeconds: calls.durationSeconds,
            billableSeconds: calls.billableSeconds,
            extension: calls.extension,
            operatorName: calls.operatorName,
            recordingStatus: calls.recordingStatus,
          },
        })
        .from(tasks)
        .innerJoin(calls, eq(calls.id, tasks.callId))
        .innerJoin(campaigns, eq(campaigns.id, tasks.campaignId))
        .leftJoin(operators, eq(operators.id, tasks.operatorId))
        .where(and(eq(tasks.id, id), visibleTasks(viewer)))
    : [];
  if (!task) throw new AppError("not_found", "There is no such task.");
  return task;
}
