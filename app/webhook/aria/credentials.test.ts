import { beforeAll, describe, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { deliveries, unauthorizedRequests } from "@/db/schema";
import { rotateApiKey } from "@/lib/api-keys/rotate-api-key";
import type { CreatedConnection } from "@/lib/connections/create-connection";
import { createConnection } from "@/lib/connections/create-connection";
import { setConnectionDisabled } from "@/lib/connections/set-connection-disabled";
import { flushUnauthorizedRequests } from "@/lib/reception/record-unauthorized-request";
import { deliveryOf, makeAriaSender, outcomeOf, post } from "./testing/aria-sender";

let campaignId = 0;
let connection: CreatedConnection;
let ariaBody: Awaited<ReturnType<typeof makeAriaSender>>["ariaBody"];
beforeAll(async () => {
  ({ campaignId, connection, ariaBody } = await makeAriaSender());
});

describe("the credentials in the body", () => {
  test("every wrong combination is the same 401, and nothing is stored but that it was turned away", async () => {
    const other = await createConnection({ actor: "system", name: "Somebody else's", campaignId });
    const body = ariaBody();
    const before = await db.$count(deliveries);
    const wrong = [
      { ...body, api_key: other.key },
      { ...body, connection_id: other.publicId },
      { ...body, connection_id: "con_nobody" },
      { ...body, connection_id: undefined },
      { ...body, api_key: undefined },
      { ...body, api_key: `${connection.key.slice(0, -1)}!` },
      { ...body, api_key: { deep: connection.key } },
      { ...body, api_key: undefined, connection_id: undefined },
    ];
    const started = performance.now();
    for (const attempt of wrong) expect(await post(attempt)).toMatchObject({ status: 401, body: { error: { code: "unauthorized" } } });
    expect(performance.now() - started).toBeGreaterThanOrEqual(wrong.length * 49);
    expect(await db.$count(deliveries)).toBe(before);
    await flushUnauthorizedRequests();
    const noted = await db.select({ reason: unauthorizedRequests.reason, last4: unauthorizedRequests.keyLast4 }).from(unauthorizedRequests);
    expect(noted).toContainEqual({ reason: "other_connection", last4: connection.key.slice(-4) });
    expect(noted).toContainEqual({ reason: "missing", last4: "" });
  });

  test("a rotated key works beside its successor, and a disabled connection is closed at once", async () => {
    const own = await createConnection({ actor: "system", name: "Rotating", campaignId });
    const body = { ...ariaBody(), connection_id: own.publicId };
    const [key] = await sqlClient`select id from api_keys where connection_id = ${own.id}`;
    const successor = await rotateApiKey({ actor: "system", id: key?.id, overlapHours: 1 });
    expect((await post({ ...body, api_key: own.key })).status).toBe(200);
    expect((await post({ ...body, api_key: successor.key })).status).toBe(200);
    await setConnectionDisabled({ actor: "system", id: own.id, isDisabled: true });
    await expect.poll(async () => (await post({ ...body, api_key: successor.key })).status).toBe(401);
    await setConnectionDisabled({ actor: "system", id: own.id, isDisabled: false });
    await expect.poll(async () => (await post({ ...body, api_key: successor.key })).status).toBe(200);
  });

  test("a body that can't be read is answered with the place; with credentials in it, it is kept without the key", async () => {
    const broken = JSON.stringify(ariaBody()).replace('"buyer_name":', '"buyer_name" ');
    const answer = await post(broken);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "invalid_json", line: 1 } } });
    const stored = await deliveryOf(answer.body.receipt_id);
    expect(stored).toMatchObject({ verdict: "refused", reason: "invalid_json" });
    expect(stored?.raw.toString()).not.toContain(connection.key);
    const nobody = await post("{");
    expect(nobody).toMatchObject({ status: 400, body: { error: { code: "invalid_json" } } });
    expect(nobody.body.receipt_id).toBeUndefined();
    expect((await post("<xml/>", "application/xml")).status).toBe(415);
    expect((await post("x".repeat(300_000))).status).toBe(413);
  });

  test.each([
    ["as it is", (key: string) => ({ api_key: key })],
    ["in an address", (key: string) => ({ referrer_url: `https://x.example/?k=${key}` })],
    ["as the name of a field", (key: string) => ({ [key]: "1" })],
    ["deep in another field", (key: string) => ({ extra: [{ note: `key ${key}` }] })],
  ])("the key is nowhere in what is stored: %s", async (_, fields) => {
    const body = ariaBody(fields(connection.key));
    for (const text of [JSON.stringify(body), JSON.stringify(body).replaceAll("aud_", "\\u0061ud_")]) {
      const { body: answer } = await post(text);
      const { raw, headers, problems, warnings } = (await deliveryOf(answer.receipt_id)) ?? {};
      const kept = `${raw}${JSON.stringify([headers, problems, warnings])}`;
      expect(kept).not.toContain(connection.key);
      expect(kept).not.toContain(connection.key.slice(4));
      expect(JSON.stringify(await outcomeOf(answer.call_id))).not.toContain(connection.key);
    }
  });
});
