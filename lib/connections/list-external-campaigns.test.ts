import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { chooseCampaignSource } from "@/lib/campaigns/choose-campaign-source";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { type CreatedConnection, createConnection } from "./create-connection";
import { listExternalCampaigns } from "./list-external-campaigns";
import { mapExternalCampaign } from "./map-external-campaign";
import { recordOutcomes } from "./testing/record-outcomes";

const actor = "system" as const;
let campaignId = 0;
let connection: CreatedConnection;
beforeAll(async () => {
  ({ id: campaignId } = await createCampaign({ actor, name: "Solar", source: "aria" }));
  connection = await createConnection({ actor, name: "Ringba", campaignId });
});

/** Notes campaigns of the platform's, each heard of a second after the one before. */
async function note(connectionId: string, externalIds: string[]): Promise<void> {
  for (const [index, externalId] of externalIds.entries())
    await sqlClient`insert into connection_campaigns (connection_id, external_id, external_name, created_at)
      values (${connectionId}, ${externalId}, ${`Name of ${externalId}`}, timestamptz '2026-11-20 12:00Z' + ${index} * interval '1 second')`;
}

test("those that are mapped to none come first, then the last heard of, page by page without a gap", async () => {
  const { id } = await createConnection({ actor, name: "Paged", campaignId });
  await note(id, ["a", "b", "c", "d", "e"]);
  for (const externalId of ["b", "d"]) await mapExternalCampaign({ actor, id, externalId, campaignId });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listExternalCampaigns({ actor, connectionId: id, cursor, limit: 2 });
    seen.push(...page.items.map(({ externalId }) => externalId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(["e", "c", "a", "d", "b"]);
  const damaged = await listExternalCampaigns({ actor, connectionId: id, cursor: "damaged", limit: 1 });
  expect(damaged.items).toMatchObject([{ externalId: "e", campaign: null }]);
});

test("each tells its calls, the last of them, and the name that the platform gives it by now", async () => {
  await note(connection.id, ["CA-1"]);
  await mapExternalCampaign({ actor, id: connection.id, externalId: "CA-2", campaignId });
  const startedAt = new Date("2026-11-20T15:00:00Z");
  await recordOutcomes({ connectionId: connection.id, campaignId, outcomes: [{ externalCampaignId: "CA-2" }] });
  const named = { externalCampaignId: "CA-2", externalCampaignName: "Roofs", startedAt };
  await recordOutcomes({ connectionId: connection.id, campaignId, outcomes: [named] });
  const { items } = await listExternalCampaigns({ actor, connectionId: connection.id });
  expect(items).toMatchObject([
    { externalId: "CA-1", externalName: "Name of CA-1", campaign: null, callCount: 0, lastCallAt: null },
    {
      externalId: "CA-2",
      externalName: "Roofs",
      campaign: { id: campaignId, name: "Solar", problem: null },
      callCount: 2,
      lastCallAt: startedAt,
    },
  ]);
});

test("a campaign of ours that refuses its calls is told with the reason", async () => {
  const { id } = await createConnection({ actor, name: "Refused", campaignId });
  const { id: archived } = await createCampaign({ actor, name: "Over" });
  const { id: moved } = await createCampaign({ actor, name: "Of a PBX now" });
  await mapExternalCampaign({ actor, id, externalId: "1", campaignId: archived });
  await mapExternalCampaign({ actor, id, externalId: "2", campaignId: moved });
  await archiveCampaign({ actor, id: archived });
  await chooseCampaignSource({ actor, campaignId: moved, source: "anura" });
  const { items } = await listExternalCampaigns({ actor, connectionId: id });
  const problems = new Map(items.map(({ externalId, campaign }) => [externalId, campaign?.problem]));
  expect(problems).toEqual(
    new Map([
      ["2", "other_source"],
      ["1", "archived"],
    ]),
  );
});

test("a page is one range of the index, and the calls of a campaign are counted by theirs", async () => {
  const plan = await sqlClient.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    await tx`set local enable_sort = off`;
    return tx<{ "QUERY PLAN": string }[]>`
      explain select * from connection_campaigns where connection_id = ${randomUUID()}
      and ((campaign_id is null), created_at, external_id) < (true, now(), 'x')
      order by (campaign_id is null) desc, created_at desc, external_id desc limit 26`;
  });
  const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(lines).toContain("Index Scan Backward using connection_campaigns_list_idx");
  expect(lines).toMatch(/Index Cond: .*ROW\(\(campaign_id IS NULL\), created_at, external_id\) < ROW/);
});

test("nobody but an admin is told", async () => {
  const viewer: Viewer = { userId: randomUUID(), role: "supervisor", campaignIds: [campaignId], operatorId: null };
  await expect(listExternalCampaigns({ actor: viewer, connectionId: connection.id })).rejects.toMatchObject({ code: "not_found" });
});
