import { makeTag } from "./make-tag";
import { change, type Given, LISTENERS, MEMBER_SUPERVISORS, MEMBERS, page, type Rights, read, route, SIGNED_IN } from "./rights";

const BULK = "app/dashboard/tasks/bulk-actions.ts";
const TASK = "app/dashboard/tasks/[id]/actions.ts";

/** Tasks, one by one and many at once. */
export const tasks: Rights = {
  pages: {
    "/dashboard/tasks": page("/dashboard/tasks", SIGNED_IN),
    "/dashboard/tasks/[id]": page(({ taskId }) => `/dashboard/tasks/${taskId}`, LISTENERS),
  },
  routes: {
    // As the list: whoever is signed in, and what they see of it.
    "GET /dashboard/tasks/export": route("/dashboard/tasks/export?format=csv", SIGNED_IN),
  },
  actions: {
    "app/dashboard/tasks/actions.ts#suggestOperators": read(({ mark }) => [mark], LISTENERS, "nothing"),
    [`${TASK}#tagTaskAction`]: change(async (given) => [given.taskId, await makeTag(given)], MEMBERS),
    [`${TASK}#untagTaskAction`]: change(async (given) => [given.taskId, await makeBorneTag(given)], MEMBERS),
    [`${BULK}#countMatchingTasks`]: read(() => [""], SIGNED_IN),
    [`${BULK}#suggestAssignableOperators`]: read(({ mark }) => [mark], MEMBER_SUPERVISORS, "nothing"),
    [`${BULK}#listTags`]: read(withTag, MEMBERS, "nothing"),
    // A tag that is not theirs is told as one that was deleted meanwhile, in words on the page that is open.
    [`${BULK}#orderBulk`]: { ...change(orderToTag, MEMBERS), others: "nothing" },
  },
};

async function withTag(given: Given): Promise<unknown[]> {
  await makeTag(given);
  return [];
}

async function makeBorneTag(given: Given): Promise<string> {
  const tagId = await makeTag(given);
  await given.database`insert into task_tags (task_id, tag_id) values (${given.taskId}, ${tagId})`;
  return tagId;
}

async function orderToTag(given: Given): Promise<unknown[]> {
  return [{ kind: "tag_tasks", targetId: await makeTag(given), selection: { kind: "picked", taskIds: [given.taskId] } }];
}
