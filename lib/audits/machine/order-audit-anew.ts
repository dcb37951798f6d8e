import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { QUEUED_ANEW } from "@/lib/machine-work/queued-anew";
import { asksMachine } from "./asks-machine";

/**
 * Has a machine audit a call anew that machines alone have audited, or are about to, in the transaction that changes what the audit rests on. An audit
 * that a person has begun, completed, read or objected to is left to people, and one that was never ordered to whoever orders it. True if it was ordered.
 */
export async function orderAuditAnew(transaction: Transaction, taskId: string): Promise<boolean> {
  const ordered = await transaction.execute(sql`
    with ordered as (
      insert into machine_work (task_id, kind) select tasks.id, 'audit' from tasks
      where tasks.id = ${taskId} and ${asksMachine}
        and exists (select from machine_work where task_id = tasks.id and kind = 'audit')
        and not exists (
          select from audits where task_id = tasks.id and kind = 'quality' and (
            status = 'validated' or coalesce(auditor_id, completed_by) is not null or acknowledged_at is not null
            or exists (select from audit_answers where audit_id = audits.id and answered_by is not null)
            or exists (select from disputes where audit_id = audits.id)))
      on conflict (task_id, kind) do update set ${sql.raw(QUEUED_ANEW)}
      returning task_id
    )
    select pg_notify('machine_work_ready', ''), pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text)
    from ordered join tasks on tasks.id = ordered.task_id`);
  return ordered.length > 0;
}
