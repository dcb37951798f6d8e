import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { verifyAuditLog } from "@/lib/audit-log/verify-audit-log";
import { recordDelivery } from "@/lib/campaigns/testing/record-delivery";
import { adminJson, runAdmin } from "./testing/run-admin";

test("user create makes an account and prints it as one JSON object", async () => {
  const words = ["user", "create", "--email", "Ana@Example.com", "--password", "correct horse 9", "--role", "admin"];
  expect(await adminJson(...words)).toEqual({ id: expect.any(String), email: "ana@example.com", name: "ana", role: "admin" });

  const again = await runAdmin(...words, "--json");
  expect(again).toEqual({ exitCode: 1, output: "", complaint: "There is already a user ana@example.com.\n" });
});

test("user list, disable and enable show and change who may come in", async () => {
  await makeUser({ email: "eva@example.com", name: "Eva", role: "agent" });
  expect(await adminJson("user", "list")).toContainEqual({
    id: expect.any(String),
    email: "eva@example.com",
    name: "Eva",
    role: "agent",
    state: "active",
    lastSignedInAt: null,
  });
  expect(await adminJson("user", "disable", "EVA@example.com")).toMatchObject({ email: "eva@example.com", state: "disabled" });
  expect(await adminJson("user", "enable", "eva@example.com")).toMatchObject({ state: "active" });
});

test("user reset-link is a way in for an admin who forgot the password", async () => {
  await makeUser({ email: "lost@example.com", role: "admin" });
  expect(await adminJson("user", "reset-link", "lost@example.com")).toEqual({
    link: expect.stringMatching(/^http:\/\/localhost:\d+\/join\/[\w-]{43}$/),
    purpose: "password_reset",
    expiresAt: expect.any(String),
  });
  expect(await runAdmin("user", "reset-link", "nobody@example.com", "--json")).toMatchObject({
    complaint: "There is no user nobody@example.com.\n",
  });
});

test("campaign create prints the campaign's number and what it was given", async () => {
  const words = ["--name", " Ventas ", "--source", "anura", "--time-zone", "America/Bogota", "--passing-score", "72.5"];
  const writeTo = ["--supervisor-email", "Ana@example.com", "--supervisor-email", "leo@example.com"];
  expect(await adminJson("campaign", "create", ...words, ...writeTo, "--retention-days", "90")).toEqual({
    id: expect.any(Number),
    name: "Ventas",
    description: "",
    timeZone: "America/Bogota",
    source: "anura",
    passingScore: 72.5,
    retentionDays: 90,
    disputeDays: 7,
    supervisorEmails: ["ana@example.com", "leo@example.com"],
  });
});

test("scorecard publish makes a file or the template the next version, and says what is wrong with a file", async () => {
  const campaign = String(await makeCampaign());
  expect(await adminJson("scorecard", "publish", "--campaign", campaign, "--template", "es")).toEqual({
    campaign: Number(campaign),
    version: 1,
  });
  const file = path.join(await mkdtemp(path.join(tmpdir(), "scorecard-")), "scorecard.json");
  const criterion = { question: "¿Saluda?", kind: "yes_no", weight: 100 };
  const write = (weight: number) =>
    writeFile(
      file,
      JSON.stringify({ format: "auditoria-scorecard", version: 1, sections: [{ title: "Uno", criteria: [{ ...criterion, weight }] }] }),
    );
  await write(100);
  expect(await adminJson("scorecard", "publish", "--campaign", campaign, "--file", file)).toMatchObject({ version: 2 });
  for (const [weight, complaint] of [
    [101, "The file is not a scorecard: section 1, question 1, weight: wrong.\n"],
    [50, "The scorecard can't be published: weights do not add up.\n"],
  ] as const) {
    await write(weight);
    expect(await runAdmin("scorecard", "publish", "--campaign", campaign, "--file", file)).toMatchObject({ exitCode: 1, complaint });
  }
  expect(await sqlClient`select count(*)::int as n from scorecard_versions where number is null`).toEqual([{ n: 0 }]);
});

test("api-key create prints the key", async () => {
  expect(await adminJson("api-key", "create", "--name", "PBX")).toMatchObject({
    name: "PBX",
    key: expect.stringMatching(/^aud_[0-9A-Za-z]{43,}$/),
  });
});

test("api-key list, rotate and revoke look after keys without a browser", async () => {
  const { id } = await createApiKey({ actor: "system", name: "PBX, looked after" });
  const successor = z.object({ id: z.uuid(), key: z.string() }).parse(await adminJson("api-key", "rotate", id, "--overlap-hours", "48"));
  const live = await adminJson("api-key", "list");
  expect(live).toContainEqual(
    expect.objectContaining({ id, state: "rotating", replacedBy: expect.objectContaining({ id: successor.id }) }),
  );
  expect(JSON.stringify(live)).not.toMatch(/aud_/);
  expect(await adminJson("api-key", "revoke", id)).toEqual({ id, status: "revoked" });
});

test("connection create prints the credentials, list shows them without the key, and disable closes it", async () => {
  const campaignId = await makeCampaign();
  const created = z
    .object({ id: z.uuid(), connection_id: z.string(), api_key: z.string() })
    .parse(await adminJson("connection", "create", "--campaign", String(campaignId), "--time-zone", "America/New_York"));
  expect(created).toMatchObject({ connection_id: expect.stringMatching(/^con_\w{16}$/), api_key: expect.stringMatching(/^aud_\w{49}$/) });
  expect(await adminJson("connection", "disable", created.id)).toEqual({ id: created.id, status: "disabled" });
  const [listed] = z.array(z.record(z.string(), z.unknown())).parse(await adminJson("connection", "list"));
  expect(listed).toMatchObject({
    publicId: created.connection_id,
    campaignId,
    timeZone: "America/New_York",
    disabledAt: expect.any(String),
  });
  expect(JSON.stringify(listed)).not.toContain(created.api_key);
  expect(await runAdmin("connection", "create", "--campaign", "999999", "--json")).toMatchObject({
    exitCode: 1,
    complaint: "There is no campaign 999999.\n",
  });
  expect(await runAdmin("connection", "create", "--campaign", String(campaignId), "--time-zone", "Mars", "--json")).toMatchObject({
    complaint: "The time zone must be an IANA name such as America/New_York.\n",
  });
});

test("audit-log list tells what was done, and verify ends with status 1 and the first entry that was changed", async () => {
  await createApiKey({ actor: "system", name: "PBX, told of" });
  expect(await adminJson("audit-log", "list", "--action", "api_key.created", "--limit", "1")).toMatchObject([
    { action: "api_key.created", actorName: "system", object: { name: "PBX, told of" } },
  ]);
  const whole = await verifyAuditLog({ actor: "system" });
  const kept = `${whole.entryCount}:${whole.headHash}`;
  expect(await adminJson("audit-log", "verify", "--kept", kept)).toEqual({ ...whole, isKept: true });
  await sqlClient.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`update audit_log set object_name = 'Another' where seq = ${whole.entryCount}`;
  });
  const { exitCode, output, complaint } = await runAdmin("audit-log", "verify", "--json");
  expect({ exitCode, complaint }).toEqual({
    exitCode: 1,
    complaint: `Entry ${whole.entryCount} was changed, or the one before it was taken away.\n`,
  });
  expect(JSON.parse(output)).toMatchObject({ brokenAt: whole.entryCount });
});

test("task list prints an array, newest first, and task get the task with all that is known of its call", async () => {
  const campaignId = await makeCampaign();
  const operatorId = await makeOperator("María López");
  const older = await makeTask({
    campaignId,
    operatorId,
    call: { externalId: "cdr-1" },
    task: { createdAt: new Date("2026-11-20T16:00:00Z") },
  });
  const newer = await makeTask({
    campaignId,
    task: { createdAt: new Date("2026-11-20T17:00:00Z"), status: "failed", failure: "It broke." },
  });
  const receipt = await recordDelivery({ campaignId, callId: older.callId });

  const list = await adminJson("task", "list", "--campaign", String(campaignId));
  expect(list).toMatchObject([{ id: newer.taskId }, { id: older.taskId }]);
  expect(await adminJson("task", "list", "--campaign", String(campaignId), "--status", "failed")).toHaveLength(1);
  expect(await adminJson("task", "list", "--limit", "1")).toHaveLength(1);
  expect(Array.isArray(list) && list[1]).toMatchObject({
    id: older.taskId,
    status: "pending",
    campaign: campaignId,
    operator: "María López",
    direction: "inbound",
    startedAt: "2026-11-20T15:00:00.000Z",
    durationSeconds: 62,
    source: "anura",
    externalId: "cdr-1",
    recording: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), durationSeconds: 62, mediaType: "audio/mpeg" },
  });

  expect(await adminJson("task", "get", older.taskId)).toMatchObject({
    id: older.taskId,
    campaign: campaignId,
    operator: { id: operatorId, name: "María López" },
    call: { externalId: "cdr-1", durationSeconds: 62 },
    outcome: null,
    recordings: [{ id: older.recordingId }],
    attempts: [],
    deliveries: [{ id: receipt }],
  });
});

test("operator list, merge and undo-merge name operators, move what they have, and move it back", async () => {
  const campaignId = await makeCampaign();
  const [from, into] = [await makeOperator("Gómez Rosa CLI"), await makeOperator("Rosa Gómez CLI")];
  await makeTask({ campaignId, operatorId: from });
  const merged = await adminJson("operator", "merge", "--from", from, "--into", into);
  expect(merged).toEqual({ mergeId: expect.any(String), callCount: 1, taskCount: 1 });
  expect(await adminJson("operator", "list", "--search", "gomez")).toMatchObject([
    { id: into, name: "Rosa Gómez CLI", taskCount: 1, aliasCount: 1 },
  ]);

  const again = await runAdmin("operator", "merge", "--from", from, "--into", into, "--json");
  expect(again).toEqual({ exitCode: 1, output: "", complaint: "Gómez Rosa CLI was merged into Rosa Gómez CLI.\n" });
  const { mergeId } = z.object({ mergeId: z.string() }).parse(merged);
  expect(await adminJson("operator", "undo-merge", mergeId)).toEqual({ sourceId: from, targetId: into, callCount: 1, taskCount: 1 });
}, 90_000);

test("delivery list, get and replay show what arrived and take it in once more", async () => {
  const campaignId = await makeCampaign();
  const raw = Buffer.from('{"hooktrigger": "END", "n": "ñ"}');
  const id = await recordDelivery({ campaignId, raw, verdict: "refused", reason: "invalid_fields" });
  const binary = await recordDelivery({ campaignId, raw: Buffer.from([0xff, 0x00]) });

  expect(await adminJson("delivery", "list", "--campaign", String(campaignId))).toMatchObject([
    { id: binary },
    { id, reason: "invalid_fields" },
  ]);
  expect(await adminJson("delivery", "list", "--campaign", String(campaignId), "--verdict", "refused")).toHaveLength(1);
  expect(await adminJson("delivery", "get", id)).toMatchObject({ id, rawText: raw.toString("utf8") });
  expect(await adminJson("delivery", "get", binary)).toMatchObject({ id: binary, rawBase64: "/wA=" });

  const refusedAgain = await runAdmin("delivery", "replay", id, "--json");
  expect(refusedAgain).toMatchObject({ exitCode: 1, output: "" });
  expect(refusedAgain.complaint).toMatch(/^The delivery was refused again: .*invalid_fields.*\n$/);
});

test("doctor says of each part how it is, and ends with status 1 only when one is broken", async () => {
  const { exitCode, output } = await runAdmin("doctor", "--json");
  // The test's own PostgreSQL runs without fsync, which no installation may.
  expect(exitCode).toBe(1);
  const { status, findings } = JSON.parse(output);
  expect(status).toBe("broken");
  const broken = findings.filter((finding: { status: string }) => finding.status === "broken");
  expect(broken).toEqual([{ name: "PostgreSQL", status: "broken", message: expect.stringContaining("fsync") }]);
  expect(findings).toContainEqual({ name: "Storage", status: "ok", message: expect.stringContaining("read back and removed") });
  expect(findings).toContainEqual({ name: "Sources", status: "ok", message: expect.stringContaining("silent") });
  expect(findings).toContainEqual({ name: "Speech", status: "warning", message: expect.stringContaining("No model for calls in es, en,") });
});

test.each([
  [["task", "get", "nope"], "There is no such task.\n"],
  [["delivery", "get", "nope"], "There is no such delivery; deliveries are kept for 90 days.\n"],
  [["campaign", "create", "--name", " "], "A campaign needs a name.\n"],
  [["task", "list", "--limit", "none"], "option '--limit <n>' argument 'none' is invalid. It must be a whole number from 1 to 10000.\n"],
  [["user", "create"], "required option '--email <address>' not specified\n"],
])("%j fails with status 1, nothing on standard output and one sentence on standard error", async (words, complaint) => {
  expect(await runAdmin(...words, "--json")).toEqual({ exitCode: 1, output: "", complaint });
});
