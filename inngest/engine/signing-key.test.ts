import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { currentSigningKey, loadSigningKey } from "./signing-key";

const holder = globalThis as typeof globalThis & { auditoriaSigningKey?: string };

test("an installation has one signing key, made at random on the first start and the same for every process after", async () => {
  expect(currentSigningKey()).toBeUndefined();
  const first = await loadSigningKey();
  expect(first).toMatch(/^signkey-embedded-[0-9a-f]{64}$/);
  expect(currentSigningKey()).toBe(first);
  // As another process: it knows what the database knows.
  holder.auditoriaSigningKey = undefined;
  expect(await loadSigningKey()).toBe(first);
  const kept = await sqlClient`select value from installation_settings where name = 'engine_signing_key'`;
  expect(kept).toEqual([{ value: first }]);
});
