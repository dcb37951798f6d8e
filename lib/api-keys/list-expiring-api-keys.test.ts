import { v7 } from "uuid";
import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { listExpiringApiKeys } from "./list-expiring-api-keys";

const now = new Date("2026-11-23T15:30:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 3_600_000);
const DAY_OLD = { createdAt: days(-100), revokedAt: null, lastUsedAt: null };

async function makeKey(
  name: string,
  values: { expiresAt: Date | null; createdAt?: Date; revokedAt?: Date | null; lastUsedAt?: Date | null },
) {
  const { expiresAt, createdAt, revokedAt, lastUsedAt } = { ...DAY_OLD, ...values };
  const id = v7();
  await sqlClient`insert into api_keys (id, name, key_sha256, last4, created_at, expires_at, revoked_at, last_used_at)
    values (${id}, ${name}, sha256(${id}::bytea), ${name.slice(-4)}, ${createdAt}, ${expiresAt}, ${revokedAt}, ${lastUsedAt})`;
}

test("keys are told of in their last week, and once expired only while somebody still sends them", async () => {
  await makeKey("without end", { expiresAt: null });
  await makeKey("in a month", { expiresAt: days(30) });
  await makeKey("soon", { expiresAt: days(3) });
  await makeKey("made for a day", { expiresAt: days(1), createdAt: days(-0.5) });
  await makeKey("rotated", { expiresAt: days(3), revokedAt: days(1) });
  await makeKey("expired, out of use", { expiresAt: days(-1), lastUsedAt: days(-20) });
  await makeKey("expired in use", { expiresAt: days(-1), lastUsedAt: days(-1.1) });
  await makeKey("expired long ago and knocking", { expiresAt: days(-40), lastUsedAt: days(-60) });
  await sqlClient`insert into unauthorized_requests (source, reason, key_last4, remote_address, hour, count, last_at)
    values ('anura', 'expired', 'king', '192.0.2.1', ${days(-0.2)}, 3, ${days(-0.2)})`;
  const expiring = await listExpiringApiKeys({ actor: "system", now });
  expect(expiring.map(({ name, hasExpired, noticedAt }) => [name, hasExpired, noticedAt])).toEqual([
    ["expired long ago and knocking", true, days(-40)],
    ["expired in use", true, days(-1)],
    ["made for a day", false, days(-0.5)],
    ["soon", false, days(-4)],
  ]);
});

test("nobody but an admin hears of keys", async () => {
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const actor = { userId: v7(), role, campaignIds: [1], operatorId: null };
    await expect(listExpiringApiKeys({ actor })).rejects.toMatchObject({ code: "not_found" });
  }
});
