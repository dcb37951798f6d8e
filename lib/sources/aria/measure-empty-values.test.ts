import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { createConnection } from "@/lib/connections/create-connection";
import { recordOutcomes } from "@/lib/connections/testing/record-outcomes";
import { ARIA_FIELDS } from "./fields";
import { MEASURED_CALLS, measureEmptyValues } from "./measure-empty-values";

const actor = "system" as const;

async function makeConnection() {
  const { id: campaignId } = await createCampaign({ actor, name: "Pay per call", source: "aria" });
  const { id: connectionId } = await createConnection({ actor, name: "Ringba", campaignId });
  return { campaignId, connectionId };
}

test("each of the 32 fields that may be empty is counted where it says nothing; a no and a zero say something", async () => {
  const connection = await makeConnection();
  const outcomes = [
    {
      buyerName: "Acme",
      converted: false,
      revenue: "0",
      durationSeconds: 0,
      call: { calling: "+13055550123", recordingUrl: "https://x/a" },
    },
    { buyerName: "Acme", converted: null, revenue: null },
    {},
  ];
  await recordOutcomes({ ...connection, outcomes });
  const { callCount, fields } = await measureEmptyValues({ actor, connectionId: connection.connectionId });
  expect(callCount).toBe(3);
  const known = ARIA_FIELDS.filter(({ value }) => value === "optional").map(({ name }) => name);
  expect(fields.map(({ name }) => name)).toEqual(known);
  const empty = new Map(fields.map(({ name, emptyCount }) => [name, emptyCount]));
  expect([empty.get("buyer_name"), empty.get("converted"), empty.get("revenue"), empty.get("duration")]).toEqual([1, 2, 2, 2]);
  expect([empty.get("caller_id"), empty.get("recording"), empty.get("branch_name")]).toEqual([2, 2, 3]);
});

test("the latest thousand calls of the connection count, and no others", async () => {
  const connection = await makeConnection();
  const other = await makeConnection();
  const old = { startedAt: new Date("2026-01-01T00:00:00Z") };
  await recordOutcomes({ ...connection, outcomes: Array.from({ length: 50 }, () => old) });
  await recordOutcomes({ ...connection, outcomes: Array.from({ length: MEASURED_CALLS }, () => ({ vertical: "Solar" })) });
  await recordOutcomes({ ...other, outcomes: [{}] });
  const { callCount, fields } = await measureEmptyValues({ actor, connectionId: connection.connectionId });
  expect(callCount).toBe(MEASURED_CALLS);
  expect(fields.find(({ name }) => name === "vertical")).toEqual({ name: "vertical", emptyCount: 0 });
});

test("a connection without calls has nothing to tell, and nobody but an admin is told", async () => {
  const { connectionId, campaignId } = await makeConnection();
  expect(await measureEmptyValues({ actor, connectionId })).toMatchObject({ callCount: 0 });
  const viewer: Viewer = { userId: randomUUID(), role: "supervisor", campaignIds: [campaignId], operatorId: null };
  await expect(measureEmptyValues({ actor: viewer, connectionId })).rejects.toMatchObject({ code: "not_found" });
});
