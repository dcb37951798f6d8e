import { and, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { MachineWorkKind } from "@/db/enums";
import { tasks } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { JobHandler } from "@/lib/jobs/job-handler";
import { ORDER_ACTIONS } from "@/lib/machine-work/machine-work-words";
import { QUEUED_ANEW } from "@/lib/machine-work/queued-anew";
import { visibleTasks } from "../task-access";
import { countBulk } from "./bulk-access";
import { readSelection } from "./read-selection";
import { taskSelection } from "./task-selection";

const STEP_SIZE = 200;

const params = z.object({ selection: taskSelection });
type MachineWorkParams = z.infer<typeof params>;

type MachineWorkJobInput = {
  kind: MachineWorkKind;
  mayOrder: (viewer: Viewer) => boolean;
  /** Throws AppError where no call can be done at all. */
  requireMachine?: () => void;
  /** What keeps a machine from doing a row of `tasks`, in words; null where nothing does. */
  obstacle: SQL<string | null>;
  /** Whether what is wanted of a row of `tasks` is there already. */
  isDone?: () => SQL<boolean>;
};

/** A job that orders machine work on tasks. What a machine is at already goes on as it is; what no machine can do is told with the reason. */
export function machineWorkJob(input: MachineWorkJobInput): JobHandler<MachineWorkParams> {
  const requireOrderer = (viewer: Viewer) => {
    if (!input.mayOrder(viewer)) throw new AppError("not_found", "There is no such task.");
    input.requireMachine?.();
  };
  return {
    params,
    count: async ({ viewer, params: { selection } }) => {
      requireOrderer(viewer);
      return countBulk({ viewer, selection });
    },
    advance: async ({ viewer, params: { selection }, position, jobId }) => {
      requireOrderer(viewer);
      const selected = await readSelection({ viewer, selection, position, size: STEP_SIZE });
      const found = await judge(input, viewer, selected.taskIds);
      const possible = found.filter(({ obstacle }) => obstacle === null);
      const taskIds = possible.filter(({ isDone }) => !isDone).map(({ id }) => id);
      if (taskIds.length > 0) await order({ viewer, kind: input.kind, taskIds, jobId });
      const problems = found.flatMap(({ id, obstacle }) => (obstacle === null ? [] : [{ objectId: id, message: obstacle }]));
      return { doneCount: possible.length, problems, position: selected.position };
    },
  };
}

async function judge({ obstacle, isDone = () => sql`false` }: MachineWorkJobInput, viewer: Viewer, taskIds: string[]) {
  return db
    .select({ id: tasks.id, obstacle, isDone: isDone() })
    .from(tasks)
    .where(and(inArray(tasks.id, taskIds), visibleTasks(viewer)));
}

type OrderInput = { viewer: Viewer; kind: MachineWorkKind; taskIds: string[]; jobId: string };

async function order({ viewer, kind, taskIds, jobId }: OrderInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const ordered = await transaction.execute<{ taskId: string }>(sql`
      insert into machine_work (task_id, kind, is_bulk) select id, ${kind}, true from ${tasks} where ${inArray(tasks.id, taskIds)} order by id
      on conflict (task_id, kind) do update set ${sql.raw(QUEUED_ANEW)}
      where machine_work.status not in ('queued', 'running')
      returning task_id as "taskId"`);
    if (ordered.length === 0) return;
    await transaction.execute(sql`select pg_notify('machine_work_ready', '')`);
    const details = { taskIds: ordered.map(({ taskId }) => taskId) };
    await recordAuditEntry({ actor: viewer, action: ORDER_ACTIONS[kind], object: { kind: "job", id: jobId }, details }, transaction);
  });
}
