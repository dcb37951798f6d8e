import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { listSetUpDeliveries } from "./list-set-up-deliveries";
import { recordDelivery } from "./testing/record-delivery";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test("who sets a source up sees its campaign's newest events and recent ones that name no campaign, never another campaign's", async () => {
  const old = await recordDelivery({ campaignId: 7, receivedAt: minutesAgo(600) });
  await recordDelivery({ campaignId: 8, receivedAt: minutesAgo(1) });
  await recordDelivery({ campaignId: null, receivedAt: minutesAgo(20) });
  await recordDelivery({ campaignId: null, source: "aria", receivedAt: minutesAgo(1) });
  const problems = ["dialtime", "dialtime", "duration"].map((path) => ({ path, code: "missing", message: "" }));
  const nameless = await recordDelivery({ campaignId: null, verdict: "refused", reason: "invalid_json", receivedAt: minutesAgo(2) });
  const newest = await recordDelivery({ campaignId: 7, verdict: "refused", reason: "invalid_fields", problems, receivedAt: minutesAgo(1) });
  const listed = await listSetUpDeliveries({ viewer: admin, campaignId: 7, source: "anura" });
  expect(listed.map(({ id, campaignId, reason, problemPaths }) => [id, campaignId, reason, problemPaths])).toEqual([
    [newest, 7, "invalid_fields", ["dialtime", "duration"]],
    [nameless, null, "invalid_json", []],
    [old, 7, "", []],
  ]);
  expect(await listSetUpDeliveries({ viewer: admin, campaignId: 7, source: "anura", limit: 1 })).toHaveLength(1);
});

test("events that name no campaign never hide that the campaign has had one", async () => {
  const own = await recordDelivery({ campaignId: 9, receivedAt: minutesAgo(600) });
  for (const minutes of [1, 2, 3, 4, 5, 6]) await recordDelivery({ campaignId: null, verdict: "refused", receivedAt: minutesAgo(minutes) });
  const listed = await listSetUpDeliveries({ viewer: admin, campaignId: 9, source: "anura" });
  expect(listed.map(({ campaignId }) => campaignId)).toEqual([null, null, null, null, 9]);
  expect(listed.at(-1)?.id).toBe(own);
});

test("nobody but an admin sees what arrives", async () => {
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const viewer: Viewer = { ...admin, role, campaignIds: [7] };
    await expect(listSetUpDeliveries({ viewer, campaignId: 7, source: "anura" })).rejects.toMatchObject({ code: "not_found" });
  }
});
