import { beforeAll, expect, test } from "vitest";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { addOperatorAlias } from "./add-operator-alias";
import { createOperator } from "./create-operator";
import { linkOperatorUser } from "./link-operator-user";
import { listOperators } from "./list-operators";
import { mergeOperators } from "./merging/merge-operators";

const system = "system" as const;
const ids: Record<string, string> = {};
let own: number;
let foreign: number;
let supervisor: Viewer;
const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 15));

beforeAll(async () => {
  [own, foreign] = [await makeCampaign(), await makeCampaign()];
  supervisor = { userId: await makeUser({ role: "supervisor" }), role: "supervisor", campaignIds: [own], operatorId: null };
  for (const name of ["Álvaro", "Beatriz", "Carla", "Dario", "Elena"]) ids[name] = await makeOperator(name);
  ids.Fito = (await createOperator({ actor: system, name: "Fito" })).id;
  const call = (name: string, campaignId: number, day: number) =>
    makeTask({ campaignId, operatorId: ids[name], call: { startedAt: at(day) } });
  await call("Álvaro", own, 3);
  await call("Álvaro", foreign, 9);
  await call("Beatriz", own, 5);
  await call("Beatriz", own, 4);
  await call("Carla", foreign, 7);
  await call("Elena", own, 1);
  await addOperatorAlias({ actor: system, id: ids.Beatriz ?? "", name: "Betty Núñez" });
  await linkOperatorUser({ actor: system, id: ids.Beatriz ?? "", userId: await makeUser({ role: "agent", name: "Betty's account" }) });
  await mergeOperators({ actor: system, sourceId: ids.Elena ?? "", targetId: ids.Beatriz ?? "" });
});

const names = async (input: Parameters<typeof listOperators>[0]) => (await listOperators(input)).items.map(({ name }) => name);

test("the list tells of each operator its names, tasks, last call and account, and leaves out who was merged away", async () => {
  const { items } = await listOperators({ viewer: admin });
  expect(items.map(({ name }) => name)).toEqual(["Álvaro", "Beatriz", "Carla", "Dario", "Fito"]);
  expect(items[1]).toEqual({
    ...{ id: ids.Beatriz, name: "Beatriz", origin: "automatic", mergedInto: null },
    ...{ aliasCount: 2, taskCount: 3, lastCallAt: at(5), userName: "Betty's account" },
  });
  expect(items[3]).toMatchObject({ aliasCount: 0, taskCount: 0, lastCallAt: null, userName: null });
});

test("a search finds part of a name or alias, without case and accents, literally", async () => {
  expect(await names({ viewer: admin, text: "ALV" })).toEqual(["Álvaro"]);
  expect(await names({ viewer: admin, text: "tty nun" })).toEqual(["Beatriz"]);
  expect(await names({ viewer: admin, text: "elena" })).toEqual(["Beatriz"]);
  for (const text of ["%", "_", "a\\", "zz\0"]) expect(await names({ viewer: admin, text })).toEqual([]);
  expect(await names({ viewer: admin, origins: ["manual"] })).toEqual(["Fito"]);
  expect(await names({ viewer: admin, origins: ["manual"], text: "alv" })).toEqual([]);
  expect((await listOperators({ viewer: admin, isMergedAway: true })).items).toMatchObject([
    { name: "Elena", mergedInto: { id: ids.Beatriz, name: "Beatriz" }, taskCount: 0 },
  ]);
});

test("a supervisor sees operators of own campaigns and those made by hand without tasks, and of their calls only own ones", async () => {
  const { items } = await listOperators({ viewer: supervisor });
  expect(items).toMatchObject([
    { name: "Álvaro", taskCount: 1, lastCallAt: at(3) },
    { name: "Beatriz", taskCount: 3, lastCallAt: at(5) },
    { name: "Fito", taskCount: 0, lastCallAt: null },
  ]);
  const byCall = { key: "lastCall", order: "desc" } as const;
  expect(await names({ viewer: supervisor, sort: byCall })).toEqual(["Álvaro", "Beatriz", "Fito"]);
  const many = { ...supervisor, campaignIds: [own, 900001, 900002, 900003, 900004, 900005, 900006, 900007, 900008] };
  expect((await listOperators({ viewer: many })).items.map(({ lastCallAt }) => lastCallAt)).toEqual([at(3), at(5), null]);
  expect(await names({ viewer: supervisor, isMergedAway: true })).toEqual(["Elena"]);
  expect(await names({ viewer: { ...supervisor, campaignIds: [foreign] }, isMergedAway: true })).toEqual([]);
  expect(await names({ viewer: { ...supervisor, campaignIds: [] } })).toEqual(["Fito"]);
  for (const role of ["auditor", "agent"] as const)
    await expect(listOperators({ viewer: { ...supervisor, role } })).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  { key: "name", order: "asc" },
  { key: "name", order: "desc" },
  { key: "lastCall", order: "asc" },
  { key: "lastCall", order: "desc" },
] as const)("pages by $key, $order, meet without a gap or a repeat, forth and back", async (sort) => {
  const whole = await names({ viewer: admin, sort });
  if (sort.key === "lastCall" && sort.order === "desc") expect(whole.slice(0, 3)).toEqual(["Álvaro", "Carla", "Beatriz"]);
  for (const limit of [1, 2, 3]) {
    const forth: string[] = [];
    const back: string[] = [];
    let cursor: string | null = null;
    let last: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOperators>> = await listOperators({ viewer: admin, sort, limit, cursor });
      forth.push(...page.items.map(({ name }) => name));
      last = page.previousCursor;
      cursor = page.nextCursor;
      if (cursor === null) back.unshift(...page.items.map(({ name }) => name));
    } while (cursor !== null);
    while (last !== null) {
      const page: Awaited<ReturnType<typeof listOperators>> = await listOperators({ viewer: admin, sort, limit, cursor: last });
      back.unshift(...page.items.map(({ name }) => name));
      last = page.previousCursor;
    }
    expect(forth).toEqual(whole);
    expect(back).toEqual(whole);
  }
  expect(await names({ viewer: admin, sort, cursor: "damaged" })).toEqual(whole);
});
