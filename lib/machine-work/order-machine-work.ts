import type { TransactionSql } from "postgres";
import { sqlClient } from "@/db/client";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";

/**
 * Orders what machines are to do with a transcript that the transaction has just written: the audit where the campaign's published scorecard asks
 * machines anything, the analysis where there is a language model and the campaign wants it. What had been done of an older transcript is done again.
 */
export async function orderMachineWork(transaction: TransactionSql, taskId: string): Promise<void> {
  await transaction`
    with wanted as (${wantedMachineWork(taskId)}), ordered as (
      insert into machine_work (task_id, kind) select task_id, kind from wanted
      on conflict (task_id, kind) do update set status = 'queued', failure = null, failure_code = null, attempt_count = 0, next_attempt_at = null,
        claimed_until = null, dispatched_at = null, started_at = null, ended_at = null
      returning 1
    )
    select pg_notify('machine_work_ready', '') from ordered limit 1`;
}

/** What a machine is to do with a task's transcript, as a query of `task_id` and `kind`. */
export function wantedMachineWork(taskId: string) {
  return sqlClient`
    select tasks.id as task_id, 'analysis'::machine_work_kind as kind from tasks join campaigns on campaigns.id = tasks.campaign_id
    where tasks.id = ${taskId} and campaigns.uses_language_model and ${isLanguageModelConfigured()}
    union all
    select tasks.id, 'audit' from tasks join scorecards on scorecards.campaign_id = tasks.campaign_id
    where tasks.id = ${taskId} and exists (
      select from criteria where mode <> 'manual' and version_id = (
        select id from scorecard_versions where scorecard_id = scorecards.id and number is not null order by number desc limit 1))`;
}
