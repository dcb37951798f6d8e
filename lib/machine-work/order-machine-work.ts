import type { TransactionSql } from "postgres";
import { QUEUED_ANEW } from "./queued-anew";
import { wantedMachineWork } from "./wanted-machine-work";

/**
 * Orders what machines are to do with a transcript that the transaction has just written: the audit where the campaign's published scorecard asks
 * machines anything, the analysis where there is a language model and the campaign wants it. What had been done of an older transcript is done again.
 */
export async function orderMachineWork(transaction: TransactionSql, taskId: string): Promise<void> {
  await transaction`
    with wanted as (${wantedMachineWork(taskId)}), ordered as (
      insert into machine_work (task_id, kind) select task_id, kind from wanted
      on conflict (task_id, kind) do update set ${transaction.unsafe(QUEUED_ANEW)}
      returning 1
    )
    select pg_notify('machine_work_ready', '') from ordered limit 1`;
}
