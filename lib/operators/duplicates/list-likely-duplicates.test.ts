import { beforeAll, expect, test } from "vitest";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { mergeOperators } from "../merging/merge-operators";
import { listLikelyDuplicates } from "./list-likely-duplicates";
import { listLikes } from "./list-likes";
import { tellOperatorsApart } from "./tell-operators-apart";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
let own: number;
let foreign: number;
let supervisor: Viewer;

beforeAll(async () => {
  [own, foreign] = [await makeCampaign(), await makeCampaign()];
  supervisor = { userId: await makeUser({ role: "supervisor" }), role: "supervisor", campaignIds: [own], operatorId: null };
});

async function operator(name: string, { campaignId = own, extension = "" } = {}) {
  const id = await makeOperator(name);
  await makeTask({ campaignId, operatorId: id, call: { extension } });
  return id;
}

const pairs = async (viewer: Viewer = admin) =>
  (await listLikelyDuplicates({ viewer, limit: 500 })).items.map(({ one, other, reasons }) => [other.name, one.name, ...reasons]);

test("each pair of likely duplicates is suggested once, with every reason why, and those that are told apart never again", async () => {
  await operator("José Pérez", { extension: "201" });
  const turned = await operator("Perez Jose", { extension: "201" });
  const initial = await operator("R. Gutiérrez");
  const long = await operator("Rosa Gutiérrez");
  await operator("Agente 12");
  await operator("Agente 13");
  await operator("Nadia Iriarte", { extension: "305" });
  await operator("Nacha Iriarte", { extension: "305" });
  await operator("Ramón Quiroga", { extension: "401" });
  await operator("Elsa Quiroga", { extension: "402" });
  expect(await pairs()).toEqual(
    expect.arrayContaining([
      ["José Pérez", "Perez Jose", "same_words", "same_extension"],
      ["R. Gutiérrez", "Rosa Gutiérrez", "initials"],
      ["Nadia Iriarte", "Nacha Iriarte", "same_extension"],
    ]),
  );
  const found = (await pairs()).map(([one, other]) => `${one} ~ ${other}`);
  expect(new Set(found).size).toBe(found.length);
  for (const pair of ["Agente 12 ~ Agente 13", "Ramón Quiroga ~ Elsa Quiroga"]) expect(found).not.toContain(pair);

  await tellOperatorsApart({ actor: "system", ids: [long, initial] });
  await tellOperatorsApart({ actor: "system", ids: [initial, long] });
  expect((await pairs()).map(([, one]) => one)).not.toContain("Rosa Gutiérrez");
  expect(await listLikes({ viewer: admin, id: initial })).toEqual([]);
  expect(await listLikes({ viewer: admin, id: turned })).toMatchObject([{ other: { name: "José Pérez" }, sharedExtension: "201" }]);
});

test("a supervisor is suggested only pairs that they may merge, and tells only those apart", async () => {
  const [mine, theirs, both] = [
    await operator("Olga Bustos"),
    await operator("Bustos Olga", { campaignId: foreign }),
    await operator("Olga B. Bustos"),
  ];
  await makeTask({ campaignId: foreign, operatorId: both });
  const seen = (await pairs(supervisor)).flat();
  for (const name of ["Bustos Olga", "Olga B. Bustos"]) expect(seen).not.toContain(name);
  expect(await listLikes({ viewer: supervisor, id: mine })).toEqual([]);
  expect((await listLikes({ viewer: { ...supervisor, campaignIds: [own, foreign] }, id: mine })).length).toBe(2);
  await expect(tellOperatorsApart({ actor: supervisor, ids: [mine, theirs] })).rejects.toMatchObject({ code: "not_found" });
  await expect(tellOperatorsApart({ actor: supervisor, ids: [mine, both] })).rejects.toMatchObject({ code: "forbidden" });
  for (const role of ["auditor", "agent"] as const)
    await expect(listLikelyDuplicates({ viewer: { ...supervisor, role } })).rejects.toMatchObject({ code: "not_found" });
});

test("a page ends after a bounded number of operators and the next goes on, and who was merged away is suggested no more", async () => {
  const [sourceId, targetId] = [await operator("Ulises Vega Paz"), await operator("Ulises Vega")];
  const walked = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listLikelyDuplicates>> = await listLikelyDuplicates({ viewer: admin, cursor, limit: 1 });
    walked.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(walked.map(({ one, other }) => [other.name, one.name])).toEqual((await pairs()).map(([other, one]) => [other, one]));
  expect(walked).toEqual(
    expect.arrayContaining([expect.objectContaining({ other: { id: sourceId, name: "Ulises Vega Paz" }, reasons: ["missing_words"] })]),
  );
  await mergeOperators({ actor: "system", sourceId, targetId });
  expect((await pairs()).flat()).not.toContain("Ulises Vega");
});
