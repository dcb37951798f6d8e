import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { SEARCH_LIMIT, searchEverything } from "./search-everything";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const TASK_ID = "0199a1b2-1111-7111-8111-0123456789ab";

let renewals = 0;
let support = 0;
let maria = "";
let jose = "";

beforeAll(async () => {
  [renewals, support, maria, jose] = await Promise.all([
    makeCampaign({ name: "Renovaciones 100 %" }),
    makeCampaign({ name: "Soporte", archivedAt: new Date("2026-11-01T12:00:00Z") }),
    makeOperator("María López"),
    makeOperator("José Pérez"),
  ]);
  await makeTask({ campaignId: renewals, operatorId: maria, call: number("+541140001111"), task: { id: TASK_ID } });
  await makeTask({ campaignId: support, operatorId: jose, call: number("+541140002222") });
  for (let index = 0; index < SEARCH_LIMIT + 3; index++)
    await makeTask({ campaignId: support, operatorId: jose, call: number(`+5411500033${index}`) });
});

test("a name finds operators and their tasks whatever its case and accents, a campaign's name or number the campaign, digits the tasks", async () => {
  const byName = await searchEverything({ viewer: admin, text: " MARIA lo " });
  expect(byName).toMatchObject({ campaigns: [], operators: [{ id: maria, name: "María López" }], tasks: [{ number: "+541140001111" }] });
  expect((await searchEverything({ viewer: admin, text: "renova" })).campaigns).toEqual([
    { id: renewals, name: "Renovaciones 100 %", isArchived: false },
  ]);
  expect((await searchEverything({ viewer: admin, text: `#${support}` })).campaigns).toEqual([
    { id: support, name: "Soporte", isArchived: true },
  ]);
  const byNumber = await searchEverything({ viewer: admin, text: "4000-22" });
  expect(byNumber.tasks).toMatchObject([{ number: "+541140002222", operatorName: "José Pérez", campaignName: "Soporte" }]);
});

test("a task is found by its whole id, by an address with it, and by the end that lists show", async () => {
  for (const text of [TASK_ID, TASK_ID.toUpperCase(), `https://calls.example.com/dashboard/tasks/${TASK_ID}?x=1`, "456789AB"])
    expect((await searchEverything({ viewer: admin, text })).tasks.map(({ id }) => id)).toEqual([TASK_ID]);
  expect((await searchEverything({ viewer: admin, text: "56789ab" })).tasks).toEqual([]);
});

test("no kind answers with more than its share, and no text or text that means nothing finds nothing", async () => {
  expect((await searchEverything({ viewer: admin, text: "50003" })).tasks).toHaveLength(SEARCH_LIMIT);
  for (const text of ["", "  ", "\0", "'; drop table tasks; --", "%", "_____", "\\", "\ud800", "🦉"])
    expect(await searchEverything({ viewer: admin, text })).toEqual(
      text === "%"
        ? { campaigns: [expect.objectContaining({ id: renewals })], operators: [], tasks: [] }
        : { campaigns: [], operators: [], tasks: [] },
    );
});

test("supervisors and auditors find what is of their campaigns, and auditors no operators, who have no page for them", async () => {
  const supervisor: Viewer = { ...admin, role: "supervisor", campaignIds: [renewals] };
  expect(await searchEverything({ viewer: supervisor, text: "lopez" })).toMatchObject({
    operators: [{ id: maria }],
    tasks: [{ id: TASK_ID }],
  });
  for (const text of ["perez", "Soporte", `#${support}`, "40002222"])
    expect(await searchEverything({ viewer: supervisor, text })).toEqual({ campaigns: [], operators: [], tasks: [] });
  const auditor: Viewer = { ...supervisor, role: "auditor" };
  expect(await searchEverything({ viewer: auditor, text: "lopez" })).toMatchObject({ operators: [], tasks: [{ id: TASK_ID }] });
  expect((await searchEverything({ viewer: auditor, text: "renova" })).campaigns).toHaveLength(1);
  for (const role of ["supervisor", "auditor"] as const)
    expect(await searchEverything({ viewer: { ...admin, role }, text: TASK_ID })).toEqual({ campaigns: [], operators: [], tasks: [] });
});

test("an agent finds their own tasks and nothing else, whatever they type", async () => {
  const agent: Viewer = { ...admin, role: "agent", operatorId: maria, campaignIds: [renewals, support] };
  for (const text of ["maria", "1111", TASK_ID, "456789ab"])
    expect(await searchEverything({ viewer: agent, text })).toMatchObject({ campaigns: [], operators: [], tasks: [{ id: TASK_ID }] });
  for (const text of ["perez", "2222", "renova", `#${renewals}`])
    expect(await searchEverything({ viewer: agent, text })).toEqual({ campaigns: [], operators: [], tasks: [] });
  expect((await searchEverything({ viewer: { ...agent, operatorId: null }, text: TASK_ID })).tasks).toEqual([]);
});

test("the end of an id is looked up in its index", async () => {
  const plan = await db.transaction(async (transaction) => {
    await transaction.execute("set local enable_seqscan = off");
    return transaction.execute("explain select id from tasks where right(tasks.id::text, 8) = '456789ab'");
  });
  expect(JSON.stringify(plan)).toContain("tasks_id_end_idx");
});

function number(calling: string) {
  return { calling, callingNormalized: calling };
}
