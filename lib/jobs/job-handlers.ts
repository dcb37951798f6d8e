import type { JobKind } from "@/db/enums";
import { replayRefusedDeliveries } from "@/lib/reception/replay-refused-deliveries";
import { analyseTasksJob } from "@/lib/tasks/bulk/analyse-tasks-job";
import { assignOperatorJob } from "@/lib/tasks/bulk/assign-operator-job";
import { auditTasksJob } from "@/lib/tasks/bulk/audit-tasks-job";
import { tagTasksJob, untagTasksJob } from "@/lib/tasks/bulk/tag-tasks-job";
import { type RunnableJob, runnableJob } from "./job-handler";

/** What each kind of job does: one line a kind. */
const JOB_HANDLERS: Record<JobKind, RunnableJob> = {
  replay_deliveries: runnableJob(replayRefusedDeliveries),
  assign_operator: runnableJob(assignOperatorJob),
  tag_tasks: runnableJob(tagTasksJob),
  untag_tasks: runnableJob(untagTasksJob),
  audit_tasks: runnableJob(auditTasksJob),
  analyse_tasks: runnableJob(analyseTasksJob),
};

/** The handler of a kind. */
export function jobHandler(kind: JobKind): RunnableJob {
  return JOB_HANDLERS[kind];
}
