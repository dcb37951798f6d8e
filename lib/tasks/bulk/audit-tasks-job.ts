import { sql } from "drizzle-orm";
import { canAudit } from "@/lib/audits/audit-access";
import { NO_TRANSCRIPT, NOT_WANTED } from "@/lib/machine-work/machine-work-words";
import { machineWorkJob } from "./machine-work-job";

/**
 * Has machines audit calls, also those that were transcribed before their scorecard was published; what they said before is said anew. By the
 * version that the call's audit uses, or would use.
 */
export const auditTasksJob = machineWorkJob({
  kind: "audit",
  mayOrder: canAudit,
  obstacle: sql<string | null>`case
    when not exists (select from transcripts where task_id = tasks.id) then ${NO_TRANSCRIPT}
    when exists (select from audits where task_id = tasks.id and kind = 'quality' and completed_by is not null)
      then 'A person has completed its audit.'
    when not exists (
      select from criteria where mode <> 'manual' and version_id = coalesce(
        (select version_id from audits where task_id = tasks.id and kind = 'quality'),
        (select versions.id from scorecards join scorecard_versions as versions on versions.scorecard_id = scorecards.id
         where campaign_id = tasks.campaign_id and number is not null order by number desc limit 1))
    ) then ${NOT_WANTED.audit} end`,
});
