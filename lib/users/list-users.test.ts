import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import { listAssignableCampaigns } from "./list-assignable-campaigns";
import { listLinkableOperators } from "./list-linkable-operators";
import { listUsers } from "./list-users";

const admin = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin" as const, campaignIds: [], operatorId: null };

test("people are listed by name whatever its accents, found by any part of name and e-mail, and narrowed by role and state", async () => {
  await makeUser({ name: "Zoe Listed", role: "agent" });
  await makeUser({ name: "álvaro Listed", role: "auditor", passwordHash: null });
  await makeUser({ name: "Ñandú 100% Listed", email: "nandu_x@example.org", role: "auditor", disabledAt: new Date() });
  const namesOf = async (input: Partial<Parameters<typeof listUsers>[0]>) =>
    (await listUsers({ actor: admin, search: "listed", ...input })).items.map(({ name }) => name);
  expect(await namesOf({})).toEqual(["álvaro Listed", "Ñandú 100% Listed", "Zoe Listed"]);
  expect(await namesOf({ search: "ALVARO" })).toEqual(["álvaro Listed"]);
  expect(await namesOf({ search: "100% l" })).toEqual(["Ñandú 100% Listed"]);
  expect(await namesOf({ search: "u_x@EXAMPLE.org" })).toEqual(["Ñandú 100% Listed"]);
  expect(await namesOf({ search: "1_0%\0\\" })).toEqual([]);
  expect(await namesOf({ roles: ["auditor"] })).toEqual(["álvaro Listed", "Ñandú 100% Listed"]);
  expect(await namesOf({ states: ["invited"] })).toEqual(["álvaro Listed"]);
  expect(await namesOf({ states: ["active", "disabled"] })).toEqual(["Ñandú 100% Listed", "Zoe Listed"]);
});

test("pages of the list meet without a gap or a repeat, also among people of one name", async () => {
  for (let count = 0; count < 5; count++) await makeUser({ name: "Same Paged", role: "agent" });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listUsers>> = await listUsers({ actor: admin, search: "same paged", limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
  expect((await listUsers({ actor: admin, search: "same paged", cursor: "damaged" })).items).toHaveLength(5);
});

test("the list shows the first campaigns of a person by name, how many they are, and the operator", async () => {
  const operatorId = await makeOperator("María Linked");
  const campaignIds = await Promise.all(["D", "B", "A", "C"].map((name) => makeCampaign({ name })));
  await makeUser({ name: "Member of four", role: "agent", campaignIds, operatorId });
  const { items } = await listUsers({ actor: admin, search: "member of four" });
  expect(items).toMatchObject([{ campaignNames: ["A", "B", "C"], campaignCount: 4, operatorName: "María Linked", state: "active" }]);
  expect(JSON.stringify(items)).not.toContain("scrypt");
});

test("operators to link are those that nobody has and that are not merged, and campaigns to assign those that are open or chosen", async () => {
  const [free, taken, merged] = [await makeOperator("José Free"), await makeOperator("José Taken"), await makeOperator("José Merged")];
  await makeUser({ role: "agent", operatorId: taken });
  await sqlClient`update operators set merged_into_id = ${free} where id = ${merged}`;
  expect((await listLinkableOperators({ actor: admin, text: "jose" })).map(({ id }) => id)).toEqual([free]);
  const archived = await makeCampaign({ archivedAt: new Date() });
  const open = await makeCampaign();
  const idsOf = async (chosenIds: number[]) => (await listAssignableCampaigns({ actor: admin, chosenIds })).map(({ id }) => id);
  expect(await idsOf([])).toContain(open);
  expect(await idsOf([])).not.toContain(archived);
  expect(await idsOf([archived])).toContain(archived);
});
