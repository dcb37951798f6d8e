import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * Brings a task into line with its audit, as part of the transaction that changed the audit, and tells of it when that commits: `audited` with the
 * score once it is completed, `validated` once it is signed off, and back to where it was without one. Calibrations change nothing.
 */
export async function settleTask(transaction: Transaction, taskId: string): Promise<void> {
  await transaction.execute(sql`
    with settled as (
      update tasks set updated_at = now(), score = case when audits.status <> 'open' then audits.score end,
        failure = case when audits.status in ('completed', 'validated') then null else failure end,
        status = case when audits.status = 'completed' then 'audited' when audits.status = 'validated' then 'validated'
          when tasks.status not in ('audited', 'validated') then tasks.status
          when exists (select from transcripts where transcripts.task_id = tasks.id) then 'completed' else 'pending' end::task_status
      from (select ${taskId}::uuid as task_id) as given left join audits on audits.task_id = given.task_id and audits.kind = 'quality'
      where tasks.id = given.task_id returning tasks.id, tasks.campaign_id
    )
    select pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text) from settled`);
}
