import { sqlClient } from "@/db/client";
import type { MachineWorkKind } from "@/db/enums";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { canRequestTranscription } from "@/lib/transcription/transcription-access";
import { NO_TRANSCRIPT, NOT_WANTED, ORDER_ACTIONS } from "./machine-work-words";
import { QUEUED_ANEW } from "./queued-anew";
import { wantedMachineWork } from "./wanted-machine-work";

type RequestMachineWorkInput = { viewer: Viewer; taskId: string; kind: MachineWorkKind };

/**
 * Has a machine's work on a task's transcript done again or for the first time, before what waits in bulk, be it the same; what is there stays until
 * the new one is whole. Not-found for those who may not; a conflict while it is under way, without a transcript, or where nothing is there to do.
 */
export async function requestMachineWork({ viewer, taskId, kind }: RequestMachineWorkInput): Promise<void> {
  const { campaignId } = await requireVisibleTask({ viewer, taskId });
  if (!canRequestTranscription(viewer)) throw new AppError("not_found", "There is no such task.");
  const [found] = await sqlClient<{ hasTranscript: boolean; isWanted: boolean }[]>`
    select exists (select from transcripts where task_id = ${taskId}) as "hasTranscript",
      exists (select from (${wantedMachineWork(taskId)}) as wanted where kind = ${kind}) as "isWanted"`;
  if (!found?.hasTranscript) throw new AppError("conflict", NO_TRANSCRIPT);
  if (!found.isWanted) throw new AppError("conflict", NOT_WANTED[kind]);
  const requested = await sqlClient`
    insert into machine_work (task_id, kind) values (${taskId}, ${kind})
    on conflict (task_id, kind) do update set ${sqlClient.unsafe(QUEUED_ANEW)}
    where machine_work.status not in ('queued', 'running') or (machine_work.status = 'queued' and machine_work.is_bulk)`;
  if (requested.count === 0) throw new AppError("conflict", "A machine is at it already.");
  await sqlClient`select pg_notify('machine_work_ready', ''), pg_notify('task_changed', ${JSON.stringify({ id: taskId, campaignId })})`;
  await recordAuditEntry({ actor: viewer, action: ORDER_ACTIONS[kind], object: { kind: "task", id: taskId } });
}
