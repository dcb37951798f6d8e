import { sqlClient } from "@/db/client";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";

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
