import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import type { Role } from "@/db/enums";
import { users } from "@/db/schema";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import { findSignedInUser } from "@/lib/auth/find-signed-in-user";
import { hashPassword } from "@/lib/auth/hash-password";
import type { Viewer } from "@/lib/auth/viewer";
import { linkOperatorUser } from "@/lib/operators/link-operator-user";
import { changePassword, MAX_WRONG_PASSWORDS } from "./change-password";
import { disableUser } from "./disable-user";
import { enableUser } from "./enable-user";
import { endUserSessions } from "./end-user-sessions";
import { getAccount } from "./get-account";
import { getUser } from "./get-user";
import { listAssignableCampaigns } from "./list-assignable-campaigns";
import { listLinkableOperators } from "./list-linkable-operators";
import { listUsers } from "./list-users";
import { updateUser } from "./update-user";
import { invitationInput } from "./user-input";

const heard: string[] = [];
const waiting = new Map<string, () => void>();
let admin: Viewer;

beforeAll(async () => {
  await sqlClient.listen("users_changed", (payload) => {
    heard.push(payload);
    waiting.get(payload)?.();
  });
});

beforeEach(async () => {
  // Whoever tests who is the last admin needs to know of all of them.
  await db.update(users).set({ disabledAt: new Date() });
  admin = viewerOf(await makeUser({ name: "The admin" }));
});

test("another role ends the person's sessions, another campaign or operator holds from the next request", async () => {
  const [sales, claims, operatorId] = [await makeCampaign(), await makeCampaign(), await makeOperator()];
  const id = await makeUser({ role: "auditor", name: "Ana", campaignIds: [sales] });
  const session = { userId: id, sessionVersion: 1 };
  await update(id, { role: "auditor", campaignIds: [claims] });
  expect((await findSignedInUser(session))?.viewer).toMatchObject({ role: "auditor", campaignIds: [claims] });

  await update(id, { role: "agent", campaignIds: [claims], operatorId });
  expect(await findSignedInUser(session)).toBeNull();
  expect((await findSignedInUser({ ...session, sessionVersion: 2 }))?.viewer).toMatchObject({ role: "agent", operatorId });
  expect(await detailsOf(id)).toEqual([
    { campaignIds: { from: [sales], to: [claims] } },
    { role: { from: "auditor", to: "agent" }, operatorId: { from: null, to: operatorId } },
  ]);
});

test("an admin belongs to no campaign and only an agent has an operator, whatever is asked", async () => {
  const [campaignId, operatorId] = [await makeCampaign(), await makeOperator()];
  const id = await makeUser({ role: "agent", campaignIds: [campaignId], operatorId });
  await update(id, { role: "admin", campaignIds: [campaignId], operatorId });
  expect(await getUser({ actor: admin, id })).toMatchObject({ role: "admin", campaigns: [], operatorId: null });
  await update(id, { role: "supervisor", campaignIds: [campaignId, campaignId], operatorId });
  expect(await getUser({ actor: admin, id })).toMatchObject({ role: "supervisor", campaigns: [{ id: campaignId }], operatorId: null });
});

test("an operator that is given to two people at once, from either side, ends with one of them, and nobody is told worse than of a conflict", async () => {
  for (const _round of [1, 2, 3, 4, 5]) {
    const operatorId = await makeOperator();
    const [one, other] = [await makeUser({ role: "agent" }), await makeUser({ role: "agent" })];
    const given = await Promise.allSettled([
      linkOperatorUser({ actor: admin, id: operatorId, userId: one }),
      update(other, { role: "agent", operatorId }),
    ]);
    for (const result of given) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    expect(await db.$count(users, eq(users.operatorId, operatorId))).toBe(1);
  }
});

test("a change that changes nothing ends no session and is not told of", async () => {
  const campaignId = await makeCampaign();
  const id = await makeUser({ role: "auditor", name: "Ana", campaignIds: [campaignId] });
  await update(id, { name: "Ana", role: "auditor", campaignIds: [campaignId] });
  expect(await findSignedInUser({ userId: id, sessionVersion: 1 })).not.toBeNull();
  expect(await detailsOf(id)).toEqual([]);
});

test("disabling ends every session at once, and enabling opens the account but none of them", async () => {
  const id = await makeUser({ role: "supervisor" });
  await disableUser({ actor: admin, id });
  await disableUser({ actor: admin, id });
  expect(await findSignedInUser({ userId: id, sessionVersion: 1 })).toBeNull();
  await enableUser({ actor: admin, id });
  expect(await findSignedInUser({ userId: id, sessionVersion: 1 })).toBeNull();
  expect((await getUser({ actor: admin, id })).state).toBe("active");
  expect(await actionsOn(id)).toEqual(["user.disabled", "user.enabled"]);
});

test("the last admin who can sign in is neither disabled nor demoted, by nobody", async () => {
  await makeUser({ role: "admin", passwordHash: null });
  await makeUser({ role: "admin", disabledAt: new Date() });
  const id = admin.userId;
  for (const actor of [admin, "system" as const]) {
    await expect(disableUser({ actor, id })).rejects.toMatchObject({ code: "conflict", details: { reason: "last_admin" } });
    await expect(update(id, { role: "auditor" }, actor)).rejects.toMatchObject({ details: { reason: "last_admin" } });
  }
  expect(await getUser({ actor: admin, id })).toMatchObject({ role: "admin", state: "active" });
});

test("nobody disables or demotes themselves, also where there is another admin", async () => {
  await makeUser();
  await expect(disableUser({ actor: admin, id: admin.userId })).rejects.toMatchObject({ details: { reason: "own_account" } });
  await expect(update(admin.userId, { role: "auditor" })).rejects.toMatchObject({ details: { reason: "own_role" } });
  await update(admin.userId, { name: "Renamed" });
  expect((await getUser({ actor: admin, id: admin.userId })).name).toBe("Renamed");
});

test("however many admins end each other at once, one is left", async () => {
  const admins = [admin, ...(await Promise.all(Array.from({ length: 5 }, async () => viewerOf(await makeUser()))))];
  const attempts = admins.map((actor, index) => {
    const { userId: id } = admins[(index + 1) % admins.length] ?? actor;
    return index % 2 === 0 ? disableUser({ actor, id }) : update(id, { role: "auditor" }, actor);
  });
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(admins.length - 1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ details: { reason: "last_admin" } });
  const [row] = await sqlClient`select count(*)::int from users where role = 'admin' and disabled_at is null`;
  expect(row?.count).toBe(1);
});

test("one ends one's own sessions, an admin anybody's, and nobody else another's", async () => {
  const id = await makeUser({ role: "agent" });
  await endUserSessions({ actor: viewerOf(id, "agent"), id });
  expect(await findSignedInUser({ userId: id, sessionVersion: 1 })).toBeNull();
  await endUserSessions({ actor: admin, id });
  expect(await findSignedInUser({ userId: id, sessionVersion: 2 })).toBeNull();
  await expect(endUserSessions({ actor: viewerOf(id, "supervisor"), id: admin.userId })).rejects.toMatchObject({ code: "not_found" });
});

test("a new password wants the current one, ends the other sessions, and begins a new one", async () => {
  const id = await makeUser({ role: "agent", name: "Ana", passwordHash: await hashPassword("pasto verde nube 7") });
  const viewer = viewerOf(id, "agent");
  const change = (currentPassword: string, newPassword: string) => changePassword({ viewer, currentPassword, newPassword });
  await expect(change("cielo rojo lluvia 9", "otra nube verde 8")).rejects.toMatchObject({ code: "unauthorized" });
  await expect(change("pasto verde nube 7", "short")).rejects.toMatchObject({ code: "invalid", details: { problem: "too_short" } });
  const claims = await change("pasto verde nube 7", "otra nube verde 8");
  expect(await findSignedInUser({ userId: id, sessionVersion: 1 })).toBeNull();
  expect(await findSignedInUser(claims)).not.toBeNull();
  expect(await actionsOn(id)).toEqual(["user.password_changed"]);

  const guesses = Array.from({ length: MAX_WRONG_PASSWORDS + 2 }, () => change("cielo rojo lluvia 9", "una nube blanca 9"));
  const codes = (await Promise.allSettled(guesses)).map((result) => (result.status === "rejected" ? result.reason.code : "changed"));
  expect(codes.filter((code) => code === "unauthorized")).toHaveLength(MAX_WRONG_PASSWORDS);
  expect(codes.filter((code) => code === "rate_limited")).toHaveLength(2);
});

test("of two new passwords at once, one is set", async () => {
  const id = await makeUser({ role: "agent", passwordHash: await hashPassword("pasto verde nube 7") });
  const changes = ["otra nube verde 8", "una nube blanca 9"].map((newPassword) =>
    changePassword({ viewer: viewerOf(id, "agent"), currentPassword: "pasto verde nube 7", newPassword }),
  );
  expect((await Promise.allSettled(changes)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("every process hears of a change of rights when it commits, whoever makes it, and of no other change", async () => {
  const campaignId = await makeCampaign();
  const id = await makeUser({ role: "auditor" });
  const changes = [
    () => update(id, { role: "supervisor" }),
    () => sqlClient`insert into user_campaigns (user_id, campaign_id) values (${id}, ${campaignId})`,
    () => sqlClient`delete from user_campaigns where user_id = ${id}`,
    () => disableUser({ actor: admin, id }),
  ];
  for (const change of changes) await change();
  await sqlClient`update users set name = 'Renamed', last_signed_in_at = now() where id = ${id}`;
  await hearOwnNotification(`end ${id}`);
  expect(heard.filter((payload) => payload === id)).toHaveLength(changes.length);
});

test("nobody but an admin sees or changes people; everybody sees their own account", async () => {
  const id = await makeUser({ role: "auditor", name: "Looked at" });
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const own = await makeUser({ role, name: "Own" });
    const actor = viewerOf(own, role);
    const attempts = [
      listUsers({ actor }),
      getUser({ actor, id }),
      disableUser({ actor, id }),
      enableUser({ actor, id }),
      endUserSessions({ actor, id }),
      listAssignableCampaigns({ actor }),
      listLinkableOperators({ actor }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    expect(await getAccount({ viewer: actor })).toMatchObject({ id: own, name: "Own", role });
  }
  expect((await getUser({ actor: admin, id })).state).toBe("active");
});

test("what is typed of a person is cleaned and bounded", () => {
  const input = { name: " Two\u0000\nlines ", email: " Ana@Example.com ", role: "agent", campaignIds: ["3"], operatorId: "" };
  expect(invitationInput.parse(input)).toEqual({
    name: "Two lines",
    email: "ana@example.com",
    role: "agent",
    campaignIds: [3],
    operatorId: null,
  });
  const errors = invitationInput.safeParse({ ...input, name: " ", email: "no", role: "owner", operatorId: "x" }).error?.issues;
  expect(errors?.map(({ message }) => message).sort()).toEqual(["email_invalid", "name_missing", "role_missing", "unknown_operator"]);
});

function viewerOf(userId: string, role: Role = "admin"): Viewer {
  return { userId, role, campaignIds: [], operatorId: null };
}

function update(id: string, change: Partial<Parameters<typeof updateUser>[0]>, actor: Viewer | "system" = admin) {
  return updateUser({ actor, id, name: "Ana", role: "admin", campaignIds: [], operatorId: null, ...change });
}

async function detailsOf(id: string): Promise<unknown[]> {
  const rows = await sqlClient`select details from audit_log where object_id = ${id} and action = 'user.updated' order by seq`;
  return rows.map(({ details }) => details);
}

async function actionsOn(id: string): Promise<string[]> {
  const rows = await sqlClient<{ action: string }[]>`select action from audit_log where object_id = ${id} order by seq`;
  return rows.map(({ action }) => action);
}

/** Notifications come in the order of their commits: once our own is here, all those before it are. */
async function hearOwnNotification(payload: string): Promise<void> {
  const isHeard = new Promise<void>((resolve) => waiting.set(payload, resolve));
  await sqlClient.notify("users_changed", payload);
  await isHeard;
}
