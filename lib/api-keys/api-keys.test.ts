import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { apiKeys, auditLog } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isWellFormedApiKey, makeApiKey } from "./api-key-format";
import { apiKeyState } from "./api-key-state";
import { authenticateApiKey } from "./authenticate-api-key";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";
import { rotateApiKey } from "./rotate-api-key";

const authenticate = (key: string | null) => authenticateApiKey({ key, scope: "webhook", usedBy: "test" });

test("a key is aud_ with 43 base62 characters and a checksum that catches any single wrong character", () => {
  const key = makeApiKey();
  expect(key).toMatch(/^aud_[0-9A-Za-z]{49}$/);
  expect(isWellFormedApiKey(key)).toBe(true);
  for (let i = 4; i < key.length; i++) {
    const wrong = key.slice(0, i) + (key[i] === "a" ? "b" : "a") + key.slice(i + 1);
    expect(isWellFormedApiKey(wrong)).toBe(false);
  }
});

test("every way of being turned away has its reason, and only the last 4 characters are told", async () => {
  const revoked = await createApiKey({ actor: "system", name: "revoked" });
  await revokeApiKey({ actor: "system", id: revoked.id });
  const expired = await createApiKey({ actor: "system", name: "expired", expiresAt: new Date(Date.now() + 60_000) });
  await db
    .update(apiKeys)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(apiKeys.id, expired.id));
  const unknown = makeApiKey();
  const otherScope = await createApiKey({ actor: "system", name: "api", scope: "api" });

  expect(await authenticate(null)).toEqual({ isAuthorized: false, reason: "missing", keyLast4: "" });
  expect(await authenticate("aud_short")).toEqual({ isAuthorized: false, reason: "malformed", keyLast4: "hort" });
  expect(await authenticate(unknown)).toEqual({ isAuthorized: false, reason: "unknown", keyLast4: unknown.slice(-4) });
  expect(await authenticate(revoked.key)).toEqual({ isAuthorized: false, reason: "revoked", keyLast4: revoked.last4 });
  expect(await authenticate(expired.key)).toEqual({ isAuthorized: false, reason: "expired", keyLast4: expired.last4 });
  expect(await authenticate(otherScope.key)).toEqual({ isAuthorized: false, reason: "out_of_scope", keyLast4: otherScope.last4 });
});

test("a good key comes in, its use is noted, and revoking it ends it at once although it was cached", async () => {
  const created = await createApiKey({ actor: "system", name: " PBX " });
  expect(await authenticate(created.key)).toEqual({ isAuthorized: true, apiKeyId: created.id, connectionId: null });
  await expect
    .poll(async () => (await listApiKeys({ actor: "system" })).items.find((key) => key.id === created.id)?.lastUsedBy)
    .toBe("test");
  await revokeApiKey({ actor: "system", id: created.id });
  await expect.poll(async () => (await authenticate(created.key)).isAuthorized).toBe(false);
});

test("a rotated key works beside its successor until the overlap ends", async () => {
  const old = await createApiKey({ actor: "system", name: "PBX" });
  const successor = await rotateApiKey({ actor: "system", id: old.id, overlapHours: 1 });
  expect(await authenticate(old.key)).toMatchObject({ isAuthorized: true });
  expect(await authenticate(successor.key)).toMatchObject({ isAuthorized: true });
  await expect(rotateApiKey({ actor: "system", id: old.id, overlapHours: 1 })).rejects.toMatchObject({ code: "conflict" });
  const withoutOverlap = await rotateApiKey({ actor: "system", id: successor.id, overlapHours: 0 });
  await expect.poll(async () => (await authenticate(successor.key)).isAuthorized).toBe(false);
  expect(await authenticate(withoutOverlap.key)).toMatchObject({ isAuthorized: true });
});

test("of many rotations of one key at once, one makes a key", async () => {
  const old = await createApiKey({ actor: "system", name: "PBX, raced" });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => rotateApiKey({ actor: "system", id: old.id, overlapHours: 24 })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
  expect(await db.select().from(apiKeys).where(eq(apiKeys.name, "PBX, raced"))).toHaveLength(2);
  const entries = await db.select().from(auditLog).where(eq(auditLog.objectId, old.id));
  expect(entries.map(({ action }) => action)).toEqual(["api_key.created", "api_key.rotated"]);
});

test("a rotation that fails halfway leaves the old key as it was, without a successor or an entry", async () => {
  const old = await createApiKey({ actor: "system", name: "PBX, unlucky" });
  const yesterday = new Date(Date.now() - 86_400_000);
  await expect(rotateApiKey({ actor: "system", id: old.id, overlapHours: 1, expiresAt: yesterday })).rejects.toMatchObject({
    code: "invalid",
  });
  const rows = await db.select().from(apiKeys).where(eq(apiKeys.name, "PBX, unlucky"));
  expect(rows).toMatchObject([{ id: old.id, revokedAt: null }]);
  expect(await db.select().from(auditLog).where(eq(auditLog.objectId, old.id))).toHaveLength(1);
});

test("a key that ended is neither rotated nor revoked again, and what never was is not found", async () => {
  const key = await createApiKey({ actor: "system", name: "PBX, over" });
  expect(await revokeApiKey({ actor: "system", id: key.id })).toEqual({ isRevoked: true });
  expect(await revokeApiKey({ actor: "system", id: key.id })).toEqual({ isRevoked: false });
  await expect(rotateApiKey({ actor: "system", id: key.id, overlapHours: 1 })).rejects.toMatchObject({ code: "conflict" });
  const entries = await db.select().from(auditLog).where(eq(auditLog.objectId, key.id));
  expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["api_key.created", "system"],
    ["api_key.revoked", "system"],
  ]);
  for (const id of [randomUUID(), "nonsense"]) {
    await expect(revokeApiKey({ actor: "system", id })).rejects.toMatchObject({ code: "not_found" });
    await expect(rotateApiKey({ actor: "system", id, overlapHours: 1 })).rejects.toMatchObject({ code: "not_found" });
  }
});

test("the list begins with what ends soon, goes on by pages with the rest, and keeps what ended apart", async () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const soon = await createApiKey({ actor: "system", name: "soon", expiresAt: inDays(9) });
  const sooner = await createApiKey({ actor: "system", name: "sooner", expiresAt: inDays(2) });
  const later = await createApiKey({ actor: "system", name: "later", expiresAt: inDays(200) });
  const replaced = await createApiKey({ actor: "system", name: "replaced" });
  const successor = await rotateApiKey({ actor: "system", id: replaced.id, overlapHours: 24 * 5 });

  const first = await listApiKeys({ actor: "system", limit: 2 });
  const ids = first.items.map(({ id }) => id);
  const ending = ids.slice(0, -2);
  expect(ending.indexOf(sooner.id)).toBeLessThan(ending.indexOf(replaced.id));
  expect(ending.indexOf(replaced.id)).toBeLessThan(ending.indexOf(soon.id));
  expect(ids.slice(-2)).toEqual([successor.id, later.id]);
  expect(first.items.find(({ id }) => id === replaced.id)?.replacedBy).toEqual({ id: successor.id, last4: successor.last4 });
  expect(first.items.find(({ id }) => id === successor.id)?.replaces).toEqual({ id: replaced.id, last4: replaced.last4 });
  const second = await listApiKeys({ actor: "system", limit: 2, cursor: first.nextCursor });
  expect(second.items.some(({ id }) => ids.includes(id))).toBe(false);

  await revokeApiKey({ actor: "system", id: soon.id });
  await revokeApiKey({ actor: "system", id: sooner.id });
  const ended = await listApiKeys({ actor: "system", show: "ended", limit: 1 });
  expect(ended.items.map(({ id }) => id)).toEqual([sooner.id]);
  const endedNext = await listApiKeys({ actor: "system", show: "ended", limit: 1, cursor: ended.nextCursor });
  expect(endedNext.items.map(({ id }) => id)).toEqual([soon.id]);
});

test.each([
  ["active", null, null],
  ["active", 15, null],
  ["expiring", 13, null],
  ["rotating", 13, 1],
  ["expired", -1, null],
  ["revoked", 13, -1],
])("a key is %s when it expires in %s and is revoked in %s days", (state, expiry, revocation) => {
  const now = new Date();
  const inDays = (days: number | null) => (days === null ? null : new Date(now.getTime() + days * 86_400_000));
  expect(apiKeyState({ expiresAt: inDays(expiry), revokedAt: inDays(revocation), now })).toBe(state);
});

test("the key itself is nowhere in the database, and only admins may list, make and end keys", async () => {
  const { key, id } = await createApiKey({ actor: "system", name: "secret" });
  const [row] = await sqlClient`select to_jsonb(k)::text as text from api_keys k where id = ${id}`;
  expect(row?.text).not.toContain(key);
  const actor: Viewer = { userId: id, role: "supervisor", campaignIds: [], operatorId: null };
  await expect(createApiKey({ actor, name: "x" })).rejects.toMatchObject({ code: "not_found" });
  await expect(listApiKeys({ actor })).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeApiKey({ actor, id })).rejects.toMatchObject({ code: "not_found" });
  await expect(rotateApiKey({ actor, id, overlapHours: 1 })).rejects.toMatchObject({ code: "not_found" });
});
