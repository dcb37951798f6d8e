import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditLog, operatorAliases, operators, users } from "@/db/schema";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { listTaskOperators } from "@/lib/tasks/list-task-operators";
import { listTasks } from "@/lib/tasks/list-tasks";
import { addOperatorAlias } from "./add-operator-alias";
import { createOperator } from "./create-operator";
import { findOperator } from "./find-operator";
import { getOperator } from "./get-operator";
import { linkOperatorUser } from "./link-operator-user";
import { listLinkableUsers } from "./list-linkable-users";
import { mergeOperators } from "./merging/merge-operators";
import { previewMerge } from "./merging/preview-merge";
import { operatorNameInput } from "./operator-input";
import { removeOperatorAlias } from "./remove-operator-alias";
import { renameOperator } from "./rename-operator";
import { suggestMergePartners } from "./suggest-merge-partners";

const system = "system" as const;
let own: number;
let foreign: number;
let admin: Viewer;
let supervisor: Viewer;

beforeAll(async () => {
  [own, foreign] = [await makeCampaign(), await makeCampaign()];
  admin = { userId: await makeUser(), role: "admin", campaignIds: [], operatorId: null };
  supervisor = { userId: await makeUser({ role: "supervisor" }), role: "supervisor", campaignIds: [own], operatorId: null };
});

/** One operator with a task in each of the campaigns. */
async function operatorIn(...campaignIds: number[]) {
  const id = await makeOperator();
  for (const campaignId of campaignIds) await makeTask({ campaignId, operatorId: id });
  return id;
}

test("an operator made by hand is found by calls under any spelling, and a name is had once, as name or as alias", async () => {
  const { id } = await createOperator({ actor: admin, name: "Sofía Ledesma" });
  expect(await findOperator({ name: "SOFIA  ledesma" })).toEqual({ operatorId: id, name: "Sofía Ledesma" });
  expect(await getOperator({ viewer: admin, id })).toMatchObject({ name: "Sofía Ledesma", origin: "manual", aliases: [], user: null });
  await addOperatorAlias({ actor: admin, id, name: "Sofi" });
  const other = await makeOperator();
  const conflict = (reason: string) => ({ code: "conflict", details: { reason, other: { id, name: "Sofía Ledesma", canMerge: true } } });
  await expect(createOperator({ actor: admin, name: "sofia ledesma" })).rejects.toMatchObject(conflict("taken_as_name"));
  await expect(createOperator({ actor: admin, name: "SOFI" })).rejects.toMatchObject(conflict("taken_as_alias"));
  await expect(renameOperator({ actor: admin, id: other, name: "Sofia Ledesma" })).rejects.toMatchObject(conflict("taken_as_name"));
  await expect(addOperatorAlias({ actor: admin, id: other, name: "sofi" })).rejects.toMatchObject(conflict("taken_as_alias"));
  await expect(addOperatorAlias({ actor: admin, id, name: "sofi" })).rejects.toMatchObject({ details: { reason: "own_name" } });
  const entries = await db.select().from(auditLog).where(eq(auditLog.objectId, id)).orderBy(auditLog.seq);
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["operator.created", admin.userId],
    ["operator.alias_added", admin.userId],
  ]);
});

test("after a new name calls under the old one still find the operator, and going back to it leaves no alias of itself", async () => {
  const { id } = await createOperator({ actor: admin, name: "Vera Uno" });
  await renameOperator({ actor: admin, id, name: "VERA Uno" });
  expect(await db.$count(operatorAliases, eq(operatorAliases.operatorId, id))).toBe(0);
  await renameOperator({ actor: admin, id, name: "Vera Dos" });
  for (const name of ["vera uno", "vera dos"]) expect(await findOperator({ name })).toEqual({ operatorId: id, name: "Vera Dos" });
  await renameOperator({ actor: admin, id, name: "Vera Uno" });
  const aliases = await db.select({ name: operatorAliases.name }).from(operatorAliases).where(eq(operatorAliases.operatorId, id));
  expect(aliases).toEqual([{ name: "Vera Dos" }]);
  await removeOperatorAlias({ actor: admin, id, matchKey: "vera dos" });
  expect(await findOperator({ name: "Vera Dos" })).toBeNull();
});

test("many who make the same operator at once make one, and the others are told whose the name is", async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => createOperator({ actor: system, name: "Uno Solo" })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict", details: { reason: "taken_as_name" } });
  expect(await db.$count(operators, eq(operators.matchKey, "uno solo"))).toBe(1);
});

test.each([
  ["", "name_missing"],
  [" \t\u200b", "name_missing"],
  ["x".repeat(121), "name_too_long"],
  ["ras_201", "name_is_extension"],
])("%j is no name for an operator: %s", (name, code) => {
  expect(operatorNameInput.safeParse(name).error?.issues[0]?.message).toBe(code);
});

test("a hostile name is kept as text, and found again", async () => {
  const name = operatorNameInput.parse(` <b>%_\\'"\0 ${"é".repeat(20)}`);
  const { id } = await createOperator({ actor: admin, name });
  expect(await findOperator({ name: name.toUpperCase() })).toMatchObject({ operatorId: id });
  expect(await suggestMergePartners({ viewer: admin, text: "<B>%_\\'", exceptId: randomUUID() })).toEqual([{ id, name }]);
});

test("an agent sees the calls of the linked operator from the next request on, and none once unlinked", async () => {
  const id = await operatorIn(own, own);
  const agentId = await makeUser({ role: "agent", campaignIds: [own], name: "Agent Ana" });
  const seen = async () => {
    const agent = await db.query.users.findFirst({ where: eq(users.id, agentId) });
    const viewer: Viewer = { userId: agentId, role: "agent", campaignIds: [own], operatorId: agent?.operatorId ?? null };
    return (await listTasks({ viewer })).items.length;
  };
  expect(await seen()).toBe(0);
  await linkOperatorUser({ actor: supervisor, id, userId: agentId });
  expect(await seen()).toBe(2);
  const other = await operatorIn(own);
  await expect(linkOperatorUser({ actor: admin, id: other, userId: agentId })).rejects.toMatchObject({
    details: { reason: "agent_is_linked" },
  });
  const second = await makeUser({ role: "agent", campaignIds: [own] });
  await linkOperatorUser({ actor: admin, id, userId: second });
  expect(await seen()).toBe(0);
  await linkOperatorUser({ actor: admin, id, userId: null });
  expect(await db.$count(users, eq(users.operatorId, id))).toBe(0);
  const entry = await db.query.auditLog.findFirst({ where: eq(auditLog.objectId, id) });
  expect(entry).toMatchObject({ action: "operator.updated", details: { user: { from: null, to: "Agent Ana" } } });
});

test("only agents can be linked, by a supervisor only those of own campaigns", async () => {
  const id = await operatorIn(own);
  const [auditor, stranger, disabled] = [
    await makeUser({ role: "auditor", campaignIds: [own] }),
    await makeUser({ role: "agent", campaignIds: [foreign] }),
    await makeUser({ role: "agent", campaignIds: [own], disabledAt: new Date() }),
  ];
  for (const userId of [auditor, stranger, disabled, randomUUID()])
    await expect(linkOperatorUser({ actor: supervisor, id, userId })).rejects.toMatchObject({ details: { reason: "no_such_agent" } });
  const offered = (await listLinkableUsers({ viewer: supervisor, operatorId: id })).map((user) => user.id);
  for (const userId of [auditor, stranger, disabled]) expect(offered).not.toContain(userId);
  await linkOperatorUser({ actor: admin, id, userId: stranger });
});

test("auditors and agents have no operators, by reading or by writing, whatever campaigns they belong to", async () => {
  const id = await operatorIn(own);
  for (const role of ["auditor", "agent"] as const) {
    const viewer: Viewer = { ...supervisor, role, operatorId: id };
    for (const act of actsOn(viewer, id)) await expect(act()).rejects.toMatchObject({ code: "not_found" });
    await expect(createOperator({ actor: viewer, name: "Nobody's" })).rejects.toMatchObject({ code: "not_found" });
    await expect(getOperator({ viewer, id })).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a supervisor changes operators whose every task is in own campaigns, sees those with some, and knows of no others", async () => {
  const [whole, shared, others, waiting] = [
    await operatorIn(own),
    await operatorIn(own, foreign),
    await operatorIn(foreign),
    await operatorIn(),
  ];
  const { id: byHand } = await createOperator({ actor: supervisor, name: `By hand ${randomUUID()}` });
  for (const id of [whole, byHand]) expect(await getOperator({ viewer: supervisor, id })).toMatchObject({ canEdit: true });
  expect(await getOperator({ viewer: supervisor, id: shared })).toMatchObject({ canEdit: false });
  for (const act of actsOn(supervisor, shared)) await expect(act()).rejects.toMatchObject({ code: "forbidden" });
  for (const id of [others, waiting, randomUUID(), "x", "' or true"]) {
    await expect(getOperator({ viewer: supervisor, id })).rejects.toMatchObject({ code: "not_found" });
    for (const act of actsOn(supervisor, id)) await expect(act()).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(mergeOperators({ actor: supervisor, sourceId: whole, targetId: shared })).rejects.toMatchObject({ code: "forbidden" });
  await expect(previewMerge({ actor: supervisor, sourceId: whole, targetId: others })).rejects.toMatchObject({ code: "not_found" });
  expect(await previewMerge({ actor: supervisor, sourceId: byHand, targetId: whole })).toMatchObject({
    source: { taskCount: 0, callCount: 0 },
    target: { taskCount: 1, callCount: 1 },
    areBothLinked: false,
  });

  const foreignName = (await getOperator({ viewer: admin, id: others })).name;
  // That the name is taken cannot be hidden, whose it is can.
  await expect(createOperator({ actor: supervisor, name: foreignName })).rejects.toMatchObject({
    code: "conflict",
    details: { other: null },
  });
});

test("a supervisor sees who was merged away where they see into whom, and of others not even that", async () => {
  const [whole, foreigner] = [await operatorIn(own), await operatorIn(foreign)];
  for (const [targetId, isSeen] of [
    [whole, true],
    [foreigner, false],
  ] as const) {
    const { id } = await createOperator({ actor: system, name: `Gone ${randomUUID()}` });
    await mergeOperators({ actor: system, sourceId: id, targetId });
    const reading = getOperator({ viewer: supervisor, id });
    if (isSeen) expect(await reading).toMatchObject({ mergedInto: { id: whole } });
    else await expect(reading).rejects.toMatchObject({ code: "not_found" });
    const renaming = renameOperator({ actor: supervisor, id, name: "Back" });
    await expect(renaming).rejects.toMatchObject({ code: isSeen ? "conflict" : "not_found" });
  }
});

test("whoever was merged away is offered nowhere any more", async () => {
  const [sourceId, targetId] = [await makeOperator("Zoe Ausente"), await makeOperator("Zoe Presente")];
  await makeTask({ campaignId: own, operatorId: sourceId });
  await mergeOperators({ actor: system, sourceId, targetId });
  for (const viewer of [admin, supervisor]) {
    expect(await listTaskOperators({ viewer, text: "zoe" })).toEqual([{ id: targetId, name: "Zoe Presente" }]);
    expect(await suggestMergePartners({ viewer, text: "zoe", exceptId: randomUUID() })).toEqual([{ id: targetId, name: "Zoe Presente" }]);
  }
  expect(await findOperator({ name: "Zoe Ausente" })).toEqual({ operatorId: targetId, name: "Zoe Presente" });
});

function actsOn(actor: Viewer, id: string) {
  return [
    () => renameOperator({ actor, id, name: `Renamed ${randomUUID()}` }),
    () => addOperatorAlias({ actor, id, name: `Alias ${randomUUID()}` }),
    () => removeOperatorAlias({ actor, id, matchKey: "nothing" }),
    () => linkOperatorUser({ actor, id, userId: null }),
  ];
}
