import { sqlClient } from "@/db/client";
import type { FilledInstallation } from "./fill-installation";
import type { Places } from "./pages";

/** What the pictures of one thing show: the last call with its recording, one whose recording is gone, and the delivery of the first. */
export async function findPlaces({ campaignIds, operatorIds, payPerCall }: FilledInstallation): Promise<Places> {
  const [task] = await sqlClient<{ id: string; callId: string }[]>`
    select tasks.id, call_id as "callId" from tasks join calls on calls.id = call_id
    where external_id like 'pbx-%' order by calls.started_at desc limit 1`;
  const [missing] = await sqlClient<{ id: string }[]>`select id from calls where recording_status = 'unavailable'`;
  const [delivery] = await sqlClient<{ id: string }[]>`
    select id from deliveries where call_id = ${task?.callId ?? null} and verdict = 'accepted'`;
  const [dispute] = await sqlClient<{ id: string; taskId: string }[]>`
    select disputes.id, task_id as "taskId" from disputes join audits on audits.id = audit_id where disputes.status = 'open'`;
  if (!dispute) throw new Error("No answer is disputed.");
  if (!task || !missing || !delivery) throw new Error("The calls of the day did not become what the pictures show.");
  return {
    ...{ campaignIds, operatorIds, payPerCall, taskId: task.id, missingCallId: missing.id, deliveryId: delivery.id },
    ...{ disputeId: dispute.id, agentTaskId: dispute.taskId },
  };
}
