import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { apiKeys } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isWellFormedApiKey, makeApiKey } from "./api-key-format";
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
  expect(await authenticate(created.key)).toEqual({ isAuthorized: true, apiKeyId: created.id });
  await expect.poll(async () => (await listApiKeys({ actor: "system" })).find((key) => key.id === created.id)?.lastUsedBy).toBe("test");
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

test("the key itself is nowhere in the database, and only admins may list, make and end keys", async () => {
  const { key, id } = await createApiKey({ actor: "system", name: "secret" });
  const [row] = await sqlClient`select to_jsonb(k)::text as text from api_keys k where id = ${id}`;
  expect(row?.text).not.toContain(key);
  const actor: Viewer = { userId: id, role: "supervisor", campaignIds: [], operatorId: null };
  await expect(createApiKey({ actor, name: "x" })).rejects.toMatchObject({ code: "not_found" });
  await expect(listApiKeys({ actor })).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeApiKey({ actor, id })).rejects.toMatchObject({ code: "not_found" });
});
