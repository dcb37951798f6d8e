import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { campaignTags, taskTags } from "@/db/schema";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { listTasks, type TaskListItem } from "./list-tasks";
import { SORT_ORDERS, TASK_SORTS, type TaskFilters, type TaskSort } from "./task-filters";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

let sales = 0;
let support = 0;
let maria = "";
let jose = "";
let complaint = "";

beforeAll(async () => {
  [sales, support, maria, jose] = await Promise.all([
    makeCampaign(),
    makeCampaign(),
    makeOperator("María López"),
    makeOperator("José Pérez"),
  ]);
  const [tag] = await db
    .insert(campaignTags)
    .values({ campaignId: sales, name: "Complaint", matchKey: "complaint" })
    .returning({ id: campaignTags.id });
  complaint = tag?.id ?? "";
  // Times and durations that repeat, so that pages must break between equals.
  for (let index = 0; index < 23; index++) {
    const { taskId } = await makeTask({
      campaignId: index % 2 ? sales : support,
      operatorId: index % 3 === 0 ? null : index % 3 === 1 ? maria : jose,
      call: {
        startedAt: at(index % 5),
        durationSeconds: 30 + (index % 4),
        direction: index % 5 === 0 ? "outbound" : "inbound",
        callingNormalized: `+54114000${1000 + index}`,
        calling: `+54 11 4000-${1000 + index}`,
        calledNormalized: "08005550199",
        recordingUrl: `https://recordings.example.com/a/${index < 5 ? "Morning" : "noon"}-${index}.mp3?token=morning`,
      },
      recording: { isPartial: index === 4 },
      task: {
        createdAt: at(30 + (index % 3)),
        status: index === 7 ? "failed" : "pending",
        score: index % 3 === 0 ? null : 50 + (index % 4) * 12.5,
        failure: index === 7 ? "The decoder gave up." : null,
      },
    });
    if (index === 1 || index === 21) await db.insert(taskTags).values({ taskId, tagId: complaint });
  }
});

/** What a sort goes by; tasks without a score come last in both orders. */
function sortValueOf(task: TaskListItem, key: TaskSort["key"], order: TaskSort["order"]): number {
  const unscored = order === "asc" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return Number({ created: task.createdAt, started: task.startedAt, duration: task.durationSeconds, score: task.score ?? unscored }[key]);
}

async function everyPage(input: { viewer?: Viewer; filters?: TaskFilters; sort?: TaskSort; limit: number }) {
  const pages: TaskListItem[][] = [];
  let cursor: string | null = null;
  do {
    const page = await listTasks({ viewer: admin, ...input, cursor });
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

test("pages of every sort are complete and disjoint, in order, and the same on the way back", async () => {
  for (const key of TASK_SORTS)
    for (const order of SORT_ORDERS) {
      const pages = await everyPage({ sort: { key, order }, limit: 5 });
      const ids = pages.flat().map(({ id }) => id);
      expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
      expect(new Set(ids).size).toBe(23);
      const values = pages.flat().map((task) => sortValueOf(task, key, order));
      expect(values).toEqual(values.toSorted((a, b) => (order === "asc" ? a - b : b - a)));

      const second = await listTasks({
        viewer: admin,
        sort: { key, order },
        limit: 5,
        cursor: (await listTasks({ viewer: admin, sort: { key, order }, limit: 5 })).nextCursor,
      });
      const back = await listTasks({ viewer: admin, sort: { key, order }, limit: 5, cursor: second.previousCursor });
      expect(back.items).toEqual(pages[0]);
      expect(back.previousCursor).toBeNull();
      expect(back.nextCursor).not.toBeNull();
    }
});

test("pages are complete and disjoint too when several campaigns or operators are read one after the other", async () => {
  for (const filters of [{ campaignIds: [sales, support] }, { operatorIds: [maria, jose] }, { text: "4000" }] satisfies TaskFilters[]) {
    const ids = (await everyPage({ filters, limit: 4 })).flat().map(({ id }) => id);
    const whole = (await listTasks({ viewer: admin, filters, limit: 100 })).items.map(({ id }) => id);
    expect(ids).toEqual(whole);
  }
});

test("several statuses are one list in every sort, a status named twice among them: here that of all tasks", async () => {
  const filters: TaskFilters = { statuses: ["pending", "failed", "failed"] };
  for (const key of TASK_SORTS)
    for (const order of SORT_ORDERS) {
      const whole = (await listTasks({ viewer: admin, sort: { key, order }, limit: 100 })).items.map(({ id }) => id);
      const ids = (await everyPage({ filters, sort: { key, order }, limit: 4 })).flat().map(({ id }) => id);
      expect(ids, `${key} ${order}`).toEqual(whole);
    }
});

test("a cursor that is damaged, or of another sort, opens the first page", async () => {
  const first = await listTasks({ viewer: admin, limit: 3 });
  const ofDuration = await listTasks({ viewer: admin, sort: { key: "duration", order: "desc" }, limit: 3 });
  for (const cursor of ["nonsense", "", ofDuration.nextCursor])
    expect((await listTasks({ viewer: admin, limit: 3, cursor })).items).toEqual(first.items);
});

test("supervisors and auditors see the tasks of their campaigns, agents their own, and those without either see none", async () => {
  const all = (await listTasks({ viewer: admin, limit: 100 })).items;
  const seenBy = async (viewer: Partial<Viewer>, filters?: TaskFilters) =>
    (await listTasks({ viewer: { ...admin, ...viewer }, filters, limit: 100 })).items;

  for (const role of ["supervisor", "auditor"] as const) {
    expect(await seenBy({ role, campaignIds: [sales] })).toEqual(all.filter(({ campaignId }) => campaignId === sales));
    expect(await seenBy({ role, campaignIds: [sales] }, { campaignIds: [support] })).toEqual([]);
    expect(await seenBy({ role, campaignIds: [sales] }, { text: "40001" })).toEqual(all.filter(({ campaignId }) => campaignId === sales));
    expect(await seenBy({ role })).toEqual([]);
  }
  expect(await seenBy({ role: "agent", operatorId: maria, campaignIds: [sales, support] })).toEqual(
    all.filter(({ operatorName }) => operatorName === "María López"),
  );
  expect(await seenBy({ role: "agent", operatorId: maria }, { operatorIds: [jose] })).toEqual([]);
  expect(await seenBy({ role: "agent", operatorId: null, campaignIds: [sales] })).toEqual([]);
});

test("each filter narrows the list to what it says, and several narrow it together", async () => {
  const all = (await listTasks({ viewer: admin, limit: 100 })).items;
  const expectOnly = async (filters: TaskFilters, matches: (task: TaskListItem) => boolean) => {
    const { items } = await listTasks({ viewer: admin, filters, limit: 100 });
    const expected = all.filter(matches).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(items.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
  };
  await expectOnly({ campaignIds: [sales] }, (task) => task.campaignId === sales);
  await expectOnly({ operatorIds: [jose] }, (task) => task.operatorName === "José Pérez");
  await expectOnly({ isOperatorUnknown: true }, (task) => task.operatorName === null);
  await expectOnly({ operatorIds: [jose], isOperatorUnknown: true }, (task) => task.operatorName !== "María López");
  await expectOnly({ statuses: ["failed"] }, (task) => task.status === "failed");
  await expectOnly({ directions: ["outbound"] }, (task) => task.direction === "outbound");
  await expectOnly({ startedFrom: at(1), startedBefore: at(3) }, (task) => task.startedAt >= at(1) && task.startedAt < at(3));
  await expectOnly({ text: "JOSE" }, (task) => task.operatorName === "José Pérez");
  await expectOnly({ text: "4000-1012" }, (task) => task.number.endsWith("1012"));
  await expectOnly({ text: "0800 555" }, () => true);
  await expectOnly({ scoreFrom: 62.5 }, ({ score }) => score !== null && score >= 62.5);
  await expectOnly({ scoreTo: 62.5 }, ({ score }) => score !== null && score <= 62.5);
  await expectOnly(
    { scoreFrom: 60, scoreTo: 80, campaignIds: [sales] },
    (task) => task.campaignId === sales && [62.5, 75].includes(task.score ?? 0),
  );
  await expectOnly({ tagIds: [complaint] }, (task) => ["1001", "1021"].includes(task.number.slice(-4)));
  await expectOnly({ tagIds: [complaint], text: "4000-1001" }, (task) => task.number.endsWith("1001"));
  await expectOnly(
    { campaignIds: [sales], directions: ["inbound"], text: "maría" },
    (task) => task.campaignId === sales && task.direction === "inbound" && task.operatorName === "María López",
  );
  expect((await listTasks({ viewer: admin, filters: { sources: ["neotel"] } })).items).toEqual([]);
  expect((await listTasks({ viewer: admin, filters: { text: "nobody of that name" } })).items).toEqual([]);
  expect((await listTasks({ viewer: admin, filters: { text: "999999" } })).items).toEqual([]);
  expect((await listTasks({ viewer: admin, filters: { text: "m%a_\\" } })).items).toEqual([]);
});

test("a text also means the beginning of a recording's file name and the platform's id of a call, beside names and numbers", async () => {
  const found = async (text: string, viewer: Viewer = admin) => (await listTasks({ viewer, filters: { text }, limit: 100 })).items;
  expect(await found("morning-")).toHaveLength(5);
  expect(await found("MORNING-3.mp3")).toHaveLength(1);
  expect(await found("orning-3.mp3")).toEqual([]);
  expect(await found("token=morning")).toEqual([]);
  expect(await found("morning-", { ...admin, role: "supervisor", campaignIds: [sales] })).toHaveLength(2);
  const { callId } = await makeTask({ campaignId: await makeCampaign(), operatorId: maria, call: { identityKey: "id:María-77" } });
  expect(callId).toBeTruthy();
  expect(await found("María-77")).toHaveLength(1);
});

test("a row shows the other party's number, whose call it was, and whether its recording may be partial", async () => {
  const { items } = await listTasks({ viewer: admin, limit: 100 });
  const outbound = items.find(({ direction }) => direction === "outbound");
  expect(outbound?.number).toBe("08001234");
  expect(items.filter(({ isPartial }) => isPartial)).toHaveLength(1);
  expect(items.find(({ status }) => status === "failed")?.failure).toBe("The decoder gave up.");
});
