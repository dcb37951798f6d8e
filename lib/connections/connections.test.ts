import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { authenticateApiKey } from "@/lib/api-keys/authenticate-api-key";
import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import type { Viewer } from "@/lib/auth/viewer";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { createConnection } from "./create-connection";
import { createConnectionKey } from "./create-connection-key";
import { findMappableCampaigns } from "./find-mappable-campaigns";
import { listConnections } from "./list-connections";
import { mapExternalCampaign } from "./map-external-campaign";

const actor = "system" as const;
const supervisor: Viewer = { userId: randomUUID(), role: "supervisor", campaignIds: [], operatorId: null };
let campaignId = 0;
beforeAll(async () => {
  ({ id: campaignId } = await createCampaign({ actor, name: "Solar", source: "aria" }));
});

test("a connection whose keys have all ended gets another, and goes on under its connection_id", async () => {
  const { id, publicId } = await createConnection({ actor, name: "Ringba", campaignId });
  await expect(createConnectionKey({ actor, id })).rejects.toMatchObject({ code: "conflict" });
  const [before] = (await listConnections({ actor })).filter((one) => one.id === id);
  await revokeApiKey({ actor, id: before?.keys[0]?.id ?? "" });
  await expect(createConnectionKey({ actor: supervisor, id })).rejects.toMatchObject({ code: "not_found" });
  const { key, last4 } = await createConnectionKey({ actor, id });
  expect(await authenticateApiKey({ key, scope: "connection", usedBy: "" })).toMatchObject({ isAuthorized: true, connectionId: id });
  const [after] = (await listConnections({ actor })).filter((one) => one.id === id);
  expect(after).toMatchObject({ publicId, keys: [{ last4 }] });
});

test("a campaign is told the connections that feed it: its own, and those that have one of theirs mapped to it", async () => {
  const { id: mappedId } = await createCampaign({ actor, name: "Roofs" });
  const { id } = await createConnection({ actor, name: "Feeds two", campaignId });
  expect(await listConnections({ actor, campaignId: mappedId })).toEqual([]);
  for (const externalId of ["CA-2", "CA-1"]) await mapExternalCampaign({ actor, id, externalId, campaignId: mappedId });
  expect(await listConnections({ actor, campaignId: mappedId })).toMatchObject([
    { id, campaignId, campaignName: "Solar", mappedAs: "CA-1", keys: [{ revokedAt: null, lastUsedAt: null }] },
  ]);
  const own = (await listConnections({ actor, campaignId })).filter((one) => one.id === id);
  expect(own).toMatchObject([{ mappedAs: null }]);
});

test("a platform's campaign can be mapped to campaigns of Aria's and to those without a source, and to no others", async () => {
  await createCampaign({ actor, name: "Mappable, without source" });
  await createCampaign({ actor, name: "Mappable, of a PBX", source: "anura" });
  const { id: aria } = await createCampaign({ actor, name: "Mappable, of Aria", source: "aria" });
  const { id: over } = await createCampaign({ actor, name: "Mappable, archived" });
  await archiveCampaign({ actor, id: over });
  const found = await findMappableCampaigns({ actor, text: "mappable" });
  expect(found.map(({ name }) => name)).toEqual(["Mappable, of Aria", "Mappable, without source"]);
  expect(await findMappableCampaigns({ actor, text: `#${aria}` })).toContainEqual({ id: aria, name: "Mappable, of Aria" });
  await expect(findMappableCampaigns({ actor: supervisor, text: "" })).rejects.toMatchObject({ code: "not_found" });
});
