import { sql } from "drizzle-orm";
import { canAudit } from "@/lib/audits/audit-access";
import { asksMachine } from "@/lib/audits/machine/asks-machine";
import { NO_TRANSCRIPT, NOT_WANTED } from "@/lib/machine-work/machine-work-words";
import { machineWorkJob } from "./machine-work-job";

/** Has machines audit calls, also those that were transcribed before their scorecard was published; what they said before is said anew. */
export const auditTasksJob = machineWorkJob({
  kind: "audit",
  mayOrder: canAudit,
  obstacle: sql<string | null>`case
    when not exists (select from transcripts where task_id = tasks.id) then ${NO_TRANSCRIPT}
    when exists (select from audits where task_id = tasks.id and kind = 'quality' and completed_by is not null)
      then 'A person has completed its audit.'
    when not ${asksMachine} then ${NOT_WANTED.audit} end`,
});
