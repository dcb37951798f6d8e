import { type Command, Option } from "commander";
import { TASK_STATUSES, type TaskStatus } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { print } from "./print";
import { wholeNumber } from "./whole-number";
import { withInstallation } from "./with-installation";

type ListOptions = { limit: number; campaign?: number; status?: TaskStatus; json?: boolean };

/** Whoever may run the command may read the installation's files anyway. */
const COMMAND_LINE: Viewer = { userId: "00000000-0000-0000-0000-000000000000", role: "admin", campaignIds: [], operatorId: null };

/** `task list` and `task get`. */
export function addTaskCommands(program: Command): void {
  const task = program.command("task").description("calls that have a recording, as work");
  task
    .command("list")
    .description("newest first")
    .option("--limit <n>", "how many at most", wholeNumber(10_000), 50)
    .option("--campaign <n>", "of this campaign", wholeNumber(2_147_483_647))
    .addOption(new Option("--status <status>").choices(TASK_STATUSES))
    .option("--json")
    .action(async ({ json, campaign, status, limit }: ListOptions) => {
      const tasks = await withInstallation(async () => {
        const { listTaskRecords } = await import("@/lib/tasks/list-task-records");
        return listTaskRecords({ actor: "system", campaignId: campaign, status, limit });
      });
      print(json ? tasks : tasks.map(inShort), { json, none: "There is no such task." });
    });
  task
    .command("get <id>")
    .description("one task with all that is known of its call")
    .option("--json")
    .action(async (id: string, { json }: { json?: boolean }) => print(await withInstallation(() => readTask(id)), { json }));
}

function inShort({ id, status, campaign, operator, direction, startedAt, durationSeconds }: Record<string, unknown>) {
  return { id, status, campaign, operator, direction, startedAt, durationSeconds };
}

async function readTask(id: string) {
  const { getTask } = await import("@/lib/tasks/get-task");
  const { recordingId, campaign, ...task } = await getTask({ viewer: COMMAND_LINE, id });
  const { direction, startedAt, durationSeconds, source, externalId } = task.call;
  return {
    ...{ id: task.id, status: task.status, failure: task.failure, score: task.score, createdAt: task.createdAt },
    ...{ campaign: campaign.id, campaignName: campaign.name, direction, startedAt, durationSeconds, source, externalId },
    operator: task.operator,
    call: task.call,
    outcome: task.outcome,
    recording: task.recordings.find((recording) => recording.id === recordingId) ?? null,
    recordings: task.recordings,
    attempts: task.attempts,
    deliveries: task.deliveries,
  };
}
