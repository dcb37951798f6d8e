import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { calls, campaigns, operators, recordings, tasks } from "@/db/schema";
import { isToCalibrate } from "@/lib/audits/calibration-access";
import type { Viewer } from "@/lib/auth/viewer";
import { callColumns } from "@/lib/calls/call-columns";
import { type CallReception, getCallReception } from "@/lib/calls/get-call-reception";
import { AppError } from "@/lib/errors";
import { type CallOutcome, getCallOutcome } from "@/lib/outcomes/get-call-outcome";
import { visibleTasks } from "./task-access";

export type TaskDetails = Awaited<ReturnType<typeof findTask>> &
  CallReception & { recordings: TaskRecording[]; outcome: CallOutcome | null };

export type TaskRecording = Omit<typeof recordings.$inferSelect, "callId">;

/** One task with everything that is known of its call, but for the score of one that the viewer has still to calibrate. Throws not-found for a task that the viewer may not see, as for one that is not there. */
export async function getTask({ viewer, id }: { viewer: Viewer; id: string }): Promise<TaskDetails> {
  const task = await findTask(viewer, id);
  const [ofCall, reception, outcome] = await Promise.all([
    db.query.recordings.findMany({ where: eq(recordings.callId, task.call.id), columns: { callId: false }, orderBy: recordings.createdAt }),
    getCallReception({ viewer, callId: task.call.id }),
    getCallOutcome({ viewer, callId: task.call.id }),
  ]);
  return { ...task, recordings: ofCall, outcome, ...reception };
}

async function findTask(viewer: Viewer, id: string) {
  const [task] = z.uuid().safeParse(id).success
    ? await db
        .select({
          id: tasks.id,
          status: tasks.status,
          failure: tasks.failure,
          score: sql<number | null>`case when ${isToCalibrate(viewer, tasks.id)} then null else ${tasks.score} end`.mapWith(tasks.score),
          recordingId: tasks.recordingId,
          createdAt: tasks.createdAt,
          ...callColumns,
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
