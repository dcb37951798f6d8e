import { and, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { canAudit } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { JobHandler } from "@/lib/jobs/job-handler";
import { QUEUED_ANEW } from "@/lib/machine-work/queued-anew";
import { visibleTasks } from "../task-access";
import { countBulk } from "./bulk-access";
import { readSelection } from "./read-selection";
import { taskSelection } from "./task-selection";

const STEP_SIZE = 200;

const params = z.object({ selection: taskSelection });

/** What keeps a machine from auditing a call, as a job tells it. */
const OBSTACLES = {
  no_transcript: "The call has no transcript yet.",
  nothing_asked: "The campaign's scorecard asks no machine anything.",
  completed: "A person has completed its audit.",
} as const;

/** Has machines audit calls, also those that were transcribed before their scorecard was published; what they said before is said anew. */
export const auditTasksJob: JobHandler<z.infer<typeof params>> = {
  params,
  count: async ({ viewer, params: { selection } }) => {
    requireAuditor(viewer);
    return countBulk({ viewer, selection });
  },
  advance: async ({ viewer, params: { selection }, position, jobId }) => {
    requireAuditor(viewer);
    const selected = await readSelection({ viewer, selection, position, size: STEP_SIZE });
    const found = await findObstacles(viewer, selected.taskIds);
    const taskIds = found.filter(({ obstacle }) => obstacle === null).map(({ id }) => id);
    if (taskIds.length > 0) await order({ viewer, taskIds, jobId });
    const problems = found.flatMap(({ id, obstacle }) => (obstacle === null ? [] : [{ objectId: id, message: OBSTACLES[obstacle] }]));
    return { doneCount: taskIds.length, problems, position: selected.position };
  },
};

/** By the version that the call's audit uses, or would use. */
async function findObstacles(viewer: Viewer, taskIds: string[]): Promise<{ id: string; obstacle: keyof typeof OBSTACLES | null }[]> {
  return db
    .select({
      id: tasks.id,
      obstacle: sql<keyof typeof OBSTACLES | null>`case
        when not exists (select from transcripts where task_id = tasks.id) then 'no_transcript'
        when exists (select from audits where task_id = tasks.id and kind = 'quality' and completed_by is not null) then 'completed'
        when not exists (
          select from criteria where mode <> 'manual' and version_id = coalesce(
            (select version_id from audits where task_id = tasks.id and kind = 'quality'),
            (select versions.id from scorecards join scorecard_versions as versions on versions.scorecard_id = scorecards.id
             where campaign_id = tasks.campaign_id and number is not null order by number desc limit 1))
        ) then 'nothing_asked' end`,
    })
    .from(tasks)
    .where(and(inArray(tasks.id, taskIds), visibleTasks(viewer)));
}

type OrderInput = { viewer: Viewer; taskIds: string[]; jobId: string };

/** What a machine is at already goes on as it is. */
async function order({ viewer, taskIds, jobId }: OrderInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const ordered = await transaction.execute<{ taskId: string }>(sql`
      insert into machine_work (task_id, kind, is_bulk) select id, 'audit', true from ${tasks} where ${inArray(tasks.id, taskIds)} order by id
      on conflict (task_id, kind) do update set ${sql.raw(QUEUED_ANEW)}
      where machine_work.status not in ('queued', 'running')
      returning task_id as "taskId"`);
    if (ordered.length === 0) return;
    await transaction.execute(sql`select pg_notify('machine_work_ready', '')`);
    const details = { taskIds: ordered.map(({ taskId }) => taskId) };
    await recordAuditEntry({ actor: viewer, action: "audit.machine_requested", object: { kind: "job", id: jobId }, details }, transaction);
  });
}

function requireAuditor(viewer: Viewer): void {
  if (!canAudit(viewer)) throw new AppError("not_found", "There is no such task.");
}
