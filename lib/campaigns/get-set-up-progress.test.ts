import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import type { Viewer } from "@/lib/auth/viewer";
import { createConnection } from "@/lib/connections/create-connection";
import { mapExternalCampaign } from "@/lib/connections/map-external-campaign";
import { setConnectionDisabled } from "@/lib/connections/set-connection-disabled";
import { createCampaign } from "./create-campaign";
import { getSetUpProgress } from "./get-set-up-progress";
import type { OfferedSource } from "./offered-sources";
import { recordDelivery } from "./testing/record-delivery";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const progressOf = (campaignId: number, source: OfferedSource = "anura") => getSetUpProgress({ viewer: admin, campaignId, source });

test("each step is ticked by what is in the data, and by nothing else", async () => {
  const campaignId = await makeCampaign();
  const nothing = { hasKey: false, hasArrived: false, wasReached: false, hasOwnCall: false, hasAccepted: false, hasRecording: false };
  expect(await progressOf(campaignId)).toEqual({ ...nothing, taskId: null });
  await createApiKey({ actor: "system", name: "Not for webhooks", scope: "api" });
  const { id: apiKeyId } = await createApiKey({ actor: "system", name: "PBX" });
  expect(await progressOf(campaignId)).toMatchObject({ ...nothing, hasKey: true });
  await recordDelivery({ campaignId, apiKeyId, verdict: "ignored", reason: "not_end", remoteAddress: "10.0.0.5" });
  expect(await progressOf(campaignId)).toMatchObject({ hasArrived: true, wasReached: false, hasAccepted: false });
  await recordDelivery({ campaignId, apiKeyId, remoteAddress: "8.8.8.8" });
  expect(await progressOf(campaignId)).toMatchObject({ wasReached: true, hasOwnCall: true, hasAccepted: true, hasRecording: false });
  const { taskId } = await makeTask({ campaignId });
  expect(await progressOf(campaignId)).toMatchObject({ hasRecording: true, taskId });
  await revokeApiKey({ actor: "system", id: apiKeyId });
  expect(await progressOf(campaignId)).toMatchObject({ hasKey: false });
});

test("a sample of ours shows that calls are taken in, not that the platform reaches us", async () => {
  const campaignId = await makeCampaign();
  const { callId } = await makeTask({ campaignId });
  await recordDelivery({ campaignId, callId, apiKeyId: null, remoteAddress: "127.0.0.1" });
  await recordDelivery({ campaignId: campaignId + 1, apiKeyId: randomUUID() });
  expect(await progressOf(campaignId)).toMatchObject({ hasArrived: false, hasOwnCall: false, hasAccepted: true, hasRecording: true });
});

test("Aria's key is that of a connection which brings calls to the campaign by itself or by its mapping, and is not disabled", async () => {
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Own", source: "aria" });
  const { id: mappedId } = await createCampaign({ actor: "system", name: "Mapped" });
  await createApiKey({ actor: "system", name: "PBX" });
  expect(await progressOf(campaignId, "aria")).toMatchObject({ hasKey: false });
  const { id } = await createConnection({ actor: "system", name: "Ringba", campaignId });
  expect(await progressOf(campaignId, "aria")).toMatchObject({ hasKey: true });
  expect(await progressOf(mappedId, "aria")).toMatchObject({ hasKey: false });
  await mapExternalCampaign({ actor: "system", id, externalId: "CA-1", campaignId: mappedId });
  expect(await progressOf(mappedId, "aria")).toMatchObject({ hasKey: true });
  await setConnectionDisabled({ actor: "system", id, isDisabled: true });
  expect(await progressOf(campaignId, "aria")).toMatchObject({ hasKey: false });
});

test("nobody but an admin is told", async () => {
  const viewer: Viewer = { ...admin, role: "supervisor", campaignIds: [7] };
  await expect(getSetUpProgress({ viewer, campaignId: 7, source: "anura" })).rejects.toMatchObject({ code: "not_found" });
});
