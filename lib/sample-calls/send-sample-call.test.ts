import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { campaignSources } from "@/db/schema";
import { makeCampaign, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { createConnection } from "@/lib/connections/create-connection";
import { completeEnvironment } from "@/lib/env";
import { downloadRecording } from "@/lib/recordings/download-recording";
import { openSampleRecording } from "./open-sample-recording";
import { SAMPLE_RECORDING } from "./sample-recording-file";
import { sendSampleCall } from "./send-sample-call";

let server: Server;
let port = 0;
let admin: Viewer;
/** Everything that was asked of loopback. */
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const token = (request.url ?? "").replace("/api/sample-recordings/", "");
    openSampleRecording({ token }).then(
      ({ body, sizeBytes, mediaType }) => {
        response.writeHead(200, { "content-type": mediaType, "content-length": sizeBytes });
        body.pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = address !== null && typeof address === "object" ? address.port : 0;
  completeEnvironment({ PORT: String(port) });
  admin = { userId: await makeUser({ name: "Ana Admin" }), role: "admin", campaignIds: [], operatorId: null };
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function anuraCampaign(values: Parameters<typeof makeCampaign>[0] = {}): Promise<number> {
  const campaignId = await makeCampaign({ name: "Sales", timeZone: "America/Bogota", ...values });
  await db.insert(campaignSources).values({ campaignId, source: "anura" });
  return campaignId;
}

test("a sample goes the whole way of a call: delivery, download over HTTP from ourselves, recording, operator, task, audit entry", async () => {
  const campaignId = await anuraCampaign();
  const { receiptId, callId } = await sendSampleCall({ viewer: admin, campaignId });
  const [delivery] = await sqlClient`select verdict, api_key_id, call_id, warnings from deliveries where id = ${receiptId}`;
  expect(delivery).toEqual({ verdict: "accepted", api_key_id: null, call_id: callId, warnings: [] });
  const outcome = await downloadRecording({ callId });
  expect(outcome).toMatchObject({ status: "stored" });
  const [task] = await sqlClient`
    select tasks.campaign_id, operators.name, recordings.size_bytes::int as size from tasks
    join operators on operators.id = tasks.operator_id join recordings on recordings.id = tasks.recording_id where tasks.call_id = ${callId}`;
  const { length } = await readFile(SAMPLE_RECORDING.path);
  expect(task).toEqual({ campaign_id: campaignId, name: "Sample Operator", size: length });
  const [entry] = await sqlClient`select actor_name, object_name, details from audit_log where action = 'campaign.sample_sent'`;
  expect(entry).toEqual({ actor_name: "Ana Admin", object_name: "Sales", details: { receiptId, callId } });
  const again = await sendSampleCall({ viewer: admin, campaignId });
  expect(again.callId).not.toBe(callId);
  expect(await downloadRecording({ callId: again.callId })).toMatchObject({ status: "stored", taskId: expect.any(String) });
});

test("what a hostile delivery says reaches nothing of loopback: a sample's address is good for its own call alone", async () => {
  const campaignId = await anuraCampaign();
  const { callId } = await sendSampleCall({ viewer: admin, campaignId });
  const [{ recording_url: url = "" } = {}] = await sqlClient`select recording_url from calls where id = ${callId}`;
  asked.length = 0;
  const forged = [url, `${url}?x`, url.replace("/api/sample-recordings/", "/api/health?"), `http://127.0.0.1:${port}/api/health`];
  for (const [index, address] of forged.entries()) {
    const [hostile] = await sqlClient<{ id: string }[]>`
      insert into calls (id, campaign_id, source, identity_key, external_id, direction, started_at, calling, called, calling_normalized,
        called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, is_ended, recording_status, recording_url)
      select gen_random_uuid(), campaign_id, source, ${`id:hostile-${index}`}, ${`hostile-${index}`}, direction, started_at, calling, called,
        calling_normalized, called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, is_ended,
        'pending', ${address} from calls where id = ${callId} returning id`;
    const outcome = await downloadRecording({ callId: hostile?.id ?? "" });
    expect(outcome, address).toMatchObject({ status: "unavailable", reason: expect.stringContaining("not of the public internet") });
  }
  expect(asked).toEqual([]);
});

test("the recording is served to a token of ours alone", async () => {
  for (const token of ["", "x", `sample-0199a1b2-0000-7000-8000-000000000001.9999999999.${"0".repeat(64)}`])
    await expect(openSampleRecording({ token })).rejects.toMatchObject({ code: "not_found" });
});

test("an archived campaign and one without a source send no sample, and nobody but an admin does", async () => {
  const archived = await anuraCampaign({ archivedAt: new Date() });
  await expect(sendSampleCall({ viewer: admin, campaignId: archived })).rejects.toMatchObject({ code: "conflict" });
  await expect(sendSampleCall({ viewer: admin, campaignId: await makeCampaign() })).rejects.toMatchObject({ code: "conflict" });
  await expect(sendSampleCall({ viewer: admin, campaignId: 999_999 })).rejects.toMatchObject({ code: "not_found" });
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const viewer: Viewer = { ...admin, role, campaignIds: [archived] };
    await expect(sendSampleCall({ viewer, campaignId: archived })).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a sample of Aria's comes through a connection, whose time is read in the zone of the connection; a conflict where there is none", async () => {
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Solar", source: "aria", timeZone: "Asia/Tokyo" });
  const refused = sendSampleCall({ viewer: admin, campaignId });
  await expect(refused).rejects.toMatchObject({ code: "conflict", details: { problem: "no_connection" } });
  await createConnection({ actor: "system", name: "Ringba", campaignId });
  const before = Math.floor(Date.now() / 1000) * 1000;
  const { callId } = await sendSampleCall({ viewer: admin, campaignId });
  const [call] = await sqlClient<{ startedAt: Date }[]>`select started_at as "startedAt" from calls where id = ${callId}`;
  expect(call?.startedAt.getTime()).toBeGreaterThanOrEqual(before);
  expect(call?.startedAt.getTime()).toBeLessThanOrEqual(Date.now());
});
