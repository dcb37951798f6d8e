import { makeTag } from "./make-tag";
import { makeTranscript } from "./make-transcript";
import { change, type Given, LISTENERS, MEMBER_SUPERVISORS, MEMBERS, page, type Rights, read, route, SIGNED_IN } from "./rights";

const BULK = "app/dashboard/tasks/bulk-actions.ts";
const TASK = "app/dashboard/tasks/[id]/actions.ts";
const HEARING = "app/dashboard/tasks/[id]/hearing-actions.ts";

/** Tasks, one by one and many at once. */
export const tasks: Rights = {
  pages: {
    "/dashboard/tasks": page("/dashboard/tasks", SIGNED_IN),
    "/dashboard/tasks/[id]": page(({ taskId }) => `/dashboard/tasks/${taskId}`, LISTENERS),
  },
  routes: {
    // As the list: whoever is signed in, and what they see of it.
    "GET /dashboard/tasks/export": route("/dashboard/tasks/export?format=csv", SIGNED_IN),
    "GET /api/tasks/[id]/transcript": route(async (given) => {
      await makeSegment(given);
      return `/api/tasks/${given.taskId}/transcript?format=txt`;
    }, LISTENERS),
  },
  actions: {
    "app/dashboard/tasks/actions.ts#suggestOperators": read(({ mark }) => [mark], LISTENERS, "nothing"),
    [`${TASK}#tagTaskAction`]: change(async (given) => [given.taskId, await makeTag(given)], MEMBERS),
    [`${TASK}#untagTaskAction`]: change(async (given) => [given.taskId, await makeBorneTag(given)], MEMBERS),
    [`${HEARING}#requestTranscriptionAction`]: change(async ({ taskId, database }) => {
      await database`delete from transcriptions where task_id = ${taskId}`;
      return [taskId];
    }, MEMBERS),
    [`${HEARING}#cancelTranscriptionAction`]: change(async ({ taskId, database }) => {
      await database`delete from transcriptions where task_id = ${taskId}`;
      await database`insert into transcriptions (task_id) values (${taskId})`;
      return [taskId];
    }, MEMBERS),
    [`${HEARING}#requestAnalysisAction`]: change(async (given) => {
      await makeSegment(given);
      await given.database`delete from machine_work where task_id = ${given.taskId}`;
      return [given.taskId];
    }, MEMBERS),
    [`${HEARING}#correctSegmentAction`]: change(async (given) => [given.taskId, await makeSegment(given), "What was said"], MEMBERS),
    [`${HEARING}#changeSpeakersAction`]: change(async (given) => {
      await makeSegment(given);
      return [given.taskId, [{ role: "agent", name: "Ana" }]];
    }, MEMBERS),
    [`${BULK}#countMatchingTasks`]: read(() => [""], SIGNED_IN),
    [`${BULK}#suggestAssignableOperators`]: read(({ mark }) => [mark], MEMBER_SUPERVISORS, "nothing"),
    [`${BULK}#listTags`]: read(withTag, MEMBERS, "nothing"),
    // What is not theirs is told as what was deleted meanwhile, in words on the page that is open.
    [`${BULK}#orderBulk`]: [
      change(orderToTag, MEMBERS),
      change(orderOf("audit_tasks"), MEMBERS),
      change(orderOf("analyse_tasks"), MEMBERS),
    ].map((rights) => ({ ...rights, others: "nothing" as const })),
  },
};

/** One line that is said in the call, by one speaker. */
async function makeSegment(given: Given): Promise<string> {
  const { taskId, database } = given;
  await database`delete from transcripts where task_id = ${taskId}`;
  await makeTranscript(given);
  const [segment] = await database<{ id: string }[]>`
    insert into segments (id, task_id, position, speaker, start_ms, end_ms, text, search)
    values (gen_random_uuid(), ${taskId}, 0, 0, 0, 1000, 'Hola', speech_vector('es', 'Hola')) returning id`;
  return segment?.id ?? "";
}

async function withTag(given: Given): Promise<unknown[]> {
  await makeTag(given);
  return [];
}

async function makeBorneTag(given: Given): Promise<string> {
  const tagId = await makeTag(given);
  await given.database`insert into task_tags (task_id, tag_id) values (${given.taskId}, ${tagId})`;
  return tagId;
}

/** Of what machines do, which needs nothing but the tasks. */
function orderOf(kind: "audit_tasks" | "analyse_tasks") {
  return ({ taskId }: Given) => [{ kind, targetId: null, selection: { kind: "picked", taskIds: [taskId] } }];
}

async function orderToTag(given: Given): Promise<unknown[]> {
  return [{ kind: "tag_tasks", targetId: await makeTag(given), selection: { kind: "picked", taskIds: [given.taskId] } }];
}
