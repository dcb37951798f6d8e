import { sqlClient } from "@/db/client";
import { makeTask } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";

/** The day of calls that tests make, in any time zone of theirs. */
export const DAY = "2026-11-20";

/** Transcribed calls of an operator on DAY; returns their tasks. */
export async function makeDrawableCalls({
  campaignId,
  operatorId,
  count,
}: {
  campaignId: number;
  operatorId: string | null;
  count: number;
}) {
  const taskIds: string[] = [];
  for (let index = 0; index < count; index++) {
    const { taskId } = await makeTask({ campaignId, operatorId, task: { status: "completed" } });
    await makeTranscript({ taskId, said: ["Hola"] });
    taskIds.push(taskId);
  }
  return taskIds;
}

/** Has an auditor's call done, as the completion of its audit does. */
export async function completeAssignment({ taskId, auditorId }: { taskId: string; auditorId: string }): Promise<void> {
  await sqlClient`update assignments set completed_at = now() where task_id = ${taskId} and auditor_id = ${auditorId}`;
}
