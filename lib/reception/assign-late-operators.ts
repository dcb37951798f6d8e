import { sqlClient } from "@/db/client";
import { holdOperator } from "@/lib/operators/operator-locks";
import { recordOperator } from "@/lib/operators/record-operator";

type NamedCall = { id: string; operatorName: string };

/**
 * Gives calls their operator whose name came when nothing was to be taken in any more: after the recording, or with an outcome that has none.
 * At most `limit`, oldest first; returns how many there were. An operator whom somebody has given to the task stays.
 */
export async function assignLateOperators({ limit }: { limit: number }): Promise<number> {
  // Written as in the index calls_late_operator_idx.
  const calls = await sqlClient<NamedCall[]>`
    select id, operator_name as "operatorName" from calls
    where operator_id is null and operator_name <> '' and (recording_status = 'stored' or source = 'aria') order by id limit ${limit}`;
  for (const call of calls) await assignOperator(call);
  return calls.length;
}

async function assignOperator({ id, operatorName }: NamedCall): Promise<void> {
  const operator = await recordOperator({ name: operatorName });
  if (operator === null) {
    // A name that means nobody would be found again with each round.
    await sqlClient`update calls set operator_name = '' where id = ${id} and operator_name = ${operatorName}`;
    return;
  }
  await sqlClient.begin(async (transaction) => {
    const operatorId = await holdOperator({ transaction, name: operatorName });
    await transaction`
      with call as (
        update calls set operator_id = ${operatorId}, updated_at = now() where id = ${id} and operator_id is null returning id
      ), task as (
        update tasks set operator_id = ${operatorId}, updated_at = now() from call
        where tasks.call_id = call.id and tasks.operator_id is null returning tasks.id, campaign_id
      )
      select pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text) from task`;
  });
}
