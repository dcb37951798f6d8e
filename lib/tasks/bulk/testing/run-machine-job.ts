import { makeTask, makeUser } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import type { Viewer } from "@/lib/auth/viewer";
import { advanceJob } from "@/lib/jobs/advance-job";
import { getJob } from "@/lib/jobs/get-job";
import { requestJob } from "@/lib/jobs/request-job";

type RunInput = { viewer: Viewer; kind: "audit_tasks" | "analyse_tasks"; taskIds: string[] };

/** Orders machine work on tasks that were picked, and gives the job as it ended. */
export async function runMachineJob({ viewer, kind, taskIds }: RunInput) {
  const { id } = await requestJob({ viewer, kind, params: { selection: { kind: "picked", taskIds } } });
  while (!(await advanceJob({ jobId: id })).isOver);
  return getJob({ viewer, id });
}

/** Somebody of some campaigns. */
export async function makeViewer(role: Viewer["role"], campaignIds: number[]): Promise<Viewer> {
  return { userId: await makeUser({ role, campaignIds }), role, campaignIds, operatorId: null };
}

/** A call that has been transcribed. */
export async function makeHeardTask(campaignId: number): Promise<string> {
  const { taskId } = await makeTask({ campaignId });
  await makeTranscript({ taskId, said: ["Hola"] });
  return taskId;
}
