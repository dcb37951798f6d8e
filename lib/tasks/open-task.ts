import { sqlClient } from "@/db/client";
import { AppError } from "@/lib/errors";
import { recordOperator } from "@/lib/operators/record-operator";
import { insertTask, type OpenedTask } from "./insert-task";

/**
 * Opens the task of a call whose recording is stored, and makes its operator by name when there is none yet. Idempotent under concurrency: a
 * call has one task, and calls of the same facts with the same audio have one between them.
 */
export async function openTask({ callId, recordingId }: { callId: string; recordingId: string }): Promise<OpenedTask> {
  const [call] = await sqlClient<{ operatorName: string }[]>`select operator_name as "operatorName" from calls where id = ${callId}`;
  if (!call) throw new AppError("not_found", "There is no such call.");
  const operator = await recordOperator({ name: call.operatorName });
  return sqlClient.begin((transaction) => insertTask({ transaction, callId, recordingId, operatorId: operator?.operatorId ?? null }));
}
