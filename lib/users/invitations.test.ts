import { and, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { userLinks, users } from "@/db/schema";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import { findSignedInUser } from "@/lib/auth/find-signed-in-user";
import { signIn } from "@/lib/auth/sign-in";
import type { Viewer } from "@/lib/auth/viewer";
import { createUserLink } from "./create-user-link";
import { disableUser } from "./disable-user";
import { getUser } from "./get-user";
import { getUserLink, MAX_UNKNOWN_LINKS_PER_ADDRESS } from "./get-user-link";
import { inviteUser } from "./invite-user";
import { redeemUserLink } from "./redeem-user-link";
import { takeBackUserLink } from "./take-back-user-link";
import { updateUser } from "./update-user";
import { makeLinkSecret } from "./user-link-secret";

const password = "pasto verde nube 7";
let admin: Viewer;
let addresses = 0;
let people = 0;
/** A network address that no other test has used. */
const remoteAddress = () => `192.0.2.${++addresses}`;

beforeAll(async () => {
  admin = { userId: await makeUser({ name: "The admin" }), role: "admin", campaignIds: [], operatorId: null };
});

test("an invited person can't sign in, and once they have chosen a password by their link sees what they were given, and no more", async () => {
  const [campaignId, operatorId] = [await makeCampaign(), await makeOperator()];
  const { userId, secret, expiresAt } = await invite({ role: "agent", campaignIds: [campaignId], operatorId });
  expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(7 * 24);
  const { email, state } = await getUser({ actor: admin, id: userId });
  expect(state).toBe("invited");
  for (const guess of [password, "", "null"])
    await expect(signIn({ email, password: guess, remoteAddress: remoteAddress() })).rejects.toMatchObject({ code: "unauthorized" });

  expect(await getUserLink({ secret, remoteAddress: remoteAddress() })).toMatchObject({ email, purpose: "invitation" });
  const claims = await redeem(secret);
  expect((await findSignedInUser(claims))?.viewer).toEqual({ userId, role: "agent", campaignIds: [campaignId], operatorId });
  await expect(signIn({ email, password, remoteAddress: remoteAddress() })).resolves.toEqual(claims);
  expect(await actionsOn(userId)).toEqual(["user.invited", "user.password_changed", "user.signed_in", "user.signed_in"]);
});

test("a link used many times at once sets one password", async () => {
  const { secret, userId } = await invite();
  const passwords = Array.from({ length: 6 }, (_, index) => `pasto verde nube ${index}`);
  const results = await Promise.allSettled(passwords.map((text) => redeem(secret, text)));
  const winners = results.flatMap((result, index) => (result.status === "fulfilled" ? [passwords[index] ?? ""] : []));
  expect(winners).toHaveLength(1);
  for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "not_found" });
  const { email } = await getUser({ actor: admin, id: userId });
  await expect(signIn({ email, password: winners[0] ?? "", remoteAddress: remoteAddress() })).resolves.toBeTruthy();
  expect((await actionsOn(userId)).filter((action) => action === "user.password_changed")).toHaveLength(1);
});

test("a link that was used, has expired, was taken back, replaced, or never was is answered alike", async () => {
  const used = await invite();
  await redeem(used.secret);
  const expired = await invite();
  await db.update(userLinks).set({ expiresAt: sql`now()` }).where(eq(userLinks.userId, expired.userId));
  const takenBack = await invite();
  await takeBackUserLink({ actor: admin, userId: takenBack.userId });
  const replaced = await invite();
  const successor = await createUserLink({ actor: admin, userId: replaced.userId });
  const closed = await invite();
  await disableUser({ actor: admin, id: closed.userId });
  const secrets = [used, expired, takenBack, replaced, closed].map(({ secret }) => secret);
  const answers = await Promise.all(
    [...secrets, makeLinkSecret(), "", "\0", "x".repeat(100_000)].flatMap((secret) => [
      getUserLink({ secret, remoteAddress: remoteAddress() }).catch(({ code, message, details }) => ({ code, message, details })),
      redeem(secret, "short").catch(({ code, message, details }) => ({ code, message, details })),
    ]),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"code":"not_found","message":"This link can\'t be used any more.","details":{}}']),
  );
  await expect(redeem(successor.secret)).resolves.toBeTruthy();
});

test("a weak password leaves the link as it is, and the person's own name is one", async () => {
  const { secret } = await invite({ name: "Eva Luna Paz" });
  await expect(redeem(secret, "short")).rejects.toMatchObject({ code: "invalid", details: { problem: "too_short" } });
  await expect(redeem(secret, "eva luna paz")).rejects.toMatchObject({ details: { problem: "contains_identity" } });
  await expect(redeem(secret)).resolves.toBeTruthy();
});

test("the secret of a link is nowhere in the database", async () => {
  const { secret } = await invite();
  const [row] = await sqlClient`
    select (select string_agg(to_jsonb(l)::text, '') from user_links l) || (select string_agg(to_jsonb(a)::text, '') from audit_log a) as text`;
  expect(row?.text).not.toContain(secret);
  expect(row?.text).not.toContain(Buffer.from(secret).toString("hex"));
});

test("a reset by link gives another password for 24 hours, and ends every session of before", async () => {
  const { userId, secret } = await invite();
  const before = await redeem(secret);
  const link = await createUserLink({ actor: admin, userId });
  expect(link.purpose).toBe("password_reset");
  expect(Math.round((link.expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(24);
  expect(await findSignedInUser(before)).not.toBeNull();
  const after = await redeem(link.secret, "otra nube verde 8");
  expect(await findSignedInUser(before)).toBeNull();
  expect(await findSignedInUser(after)).not.toBeNull();
  const { email } = await getUser({ actor: admin, id: userId });
  await expect(signIn({ email, password, remoteAddress: remoteAddress() })).rejects.toMatchObject({ code: "unauthorized" });
});

test("of many links made for one person at once, one is open", async () => {
  const { userId } = await invite();
  const made = await Promise.all(Array.from({ length: 5 }, () => createUserLink({ actor: admin, userId })));
  const uses = await Promise.allSettled(made.map(({ secret }) => redeem(secret)));
  expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("whoever tries links that lead nowhere is cut off, and those who come with good ones from the same office are not", async () => {
  const office = remoteAddress();
  for (let count = 0; count < 3; count++) {
    const { secret } = await invite();
    await getUserLink({ secret, remoteAddress: office });
    await redeem(secret, password, office);
  }
  const attempts = Array.from({ length: MAX_UNKNOWN_LINKS_PER_ADDRESS + 3 }, () =>
    getUserLink({ secret: makeLinkSecret(), remoteAddress: office }).catch(({ code }) => code),
  );
  expect((await Promise.all(attempts)).filter((code) => code === "rate_limited")).toHaveLength(3);
  await expect(redeem(makeLinkSecret(), password, office)).rejects.toMatchObject({ code: "rate_limited" });
});

test("an e-mail and an operator are one person's, however many are invited at once", async () => {
  const operatorId = await makeOperator();
  const email = "one@example.com";
  const sameEmail = await Promise.allSettled([1, 2, 3].map(() => invite({ email })));
  expect(sameEmail.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const sameOperator = await Promise.allSettled([1, 2, 3].map(() => invite({ role: "agent", operatorId })));
  expect(sameOperator.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of [...sameEmail, ...sameOperator])
    if (result.status === "rejected")
      expect(result.reason).toMatchObject({ code: "conflict", details: { reason: expect.stringMatching(/_taken$/) } });
  const rows = await db
    .select()
    .from(users)
    .where(and(eq(users.operatorId, operatorId)));
  expect(rows).toHaveLength(1);
});

test("a campaign or operator that is not there is refused with its field, and nobody is invited", async () => {
  const gone = { campaignIds: [2_000_000_000], role: "auditor" as const };
  await expect(invite({ ...gone, email: "nowhere@example.com" })).rejects.toMatchObject({
    code: "invalid",
    details: { field: "campaignIds" },
  });
  const nobody = { operatorId: "0199a1b2-0000-7000-8000-000000000001", role: "agent" as const };
  await expect(invite({ ...nobody, email: "nowhere@example.com" })).rejects.toMatchObject({ details: { field: "operatorId" } });
  expect(await db.select().from(users).where(eq(users.email, "nowhere@example.com"))).toEqual([]);
});

test("nobody but an admin invites people, makes links or takes them back", async () => {
  const { userId } = await invite();
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const actor: Viewer = { userId, role, campaignIds: [], operatorId: null };
    await expect(createUserLink({ actor, userId })).rejects.toMatchObject({ code: "not_found" });
    await expect(takeBackUserLink({ actor, userId })).rejects.toMatchObject({ code: "not_found" });
    const input = { email: "mine@example.com", name: "Mine", role: "admin" as const, campaignIds: [], operatorId: null };
    await expect(inviteUser({ actor, ...input })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateUser({ actor, id: userId, ...input })).rejects.toMatchObject({ code: "not_found" });
  }
});

function invite(input: Partial<Parameters<typeof inviteUser>[0]> = {}) {
  const email = `person-${++people}@example.com`;
  return inviteUser({ actor: admin, email, name: `Person ${people}`, role: "auditor", campaignIds: [], operatorId: null, ...input });
}

function redeem(secret: string, text = password, from = remoteAddress()) {
  return redeemUserLink({ secret, password: text, remoteAddress: from });
}

async function actionsOn(userId: string): Promise<string[]> {
  const rows = await sqlClient<{ action: string }[]>`
    select action from audit_log where object_kind = 'user' and object_id = ${userId} order by seq`;
  return rows.map(({ action }) => action);
}
