import { execFile } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { recordDelivery } from "@/lib/campaigns/testing/record-delivery";

const ROOT = path.resolve(import.meta.dirname, "..");

test("user create makes an account and prints it as one JSON object", async () => {
  const words = ["user", "create", "--email", "Ana@Example.com", "--password", "correct horse 9", "--role", "admin"];
  expect(await json(...words)).toEqual({ id: expect.any(String), email: "ana@example.com", name: "ana", role: "admin" });

  const again = await admin(...words, "--json");
  expect(again).toEqual({ exitCode: 1, output: "", complaint: "There is already a user ana@example.com.\n" });
});

test("campaign create prints the campaign's number", async () => {
  const made = await json("campaign", "create", "--name", " Ventas ", "--source", "anura", "--time-zone", "America/Bogota");
  expect(made).toEqual({ id: expect.any(Number), name: "Ventas", description: "", timeZone: "America/Bogota", source: "anura" });
});

test("api-key create prints the key", async () => {
  expect(await json("api-key", "create", "--name", "PBX")).toMatchObject({
    name: "PBX",
    key: expect.stringMatching(/^aud_[0-9A-Za-z]{43,}$/),
  });
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

  const list = await json("task", "list", "--campaign", String(campaignId));
  expect(list).toMatchObject([{ id: newer.taskId }, { id: older.taskId }]);
  expect(await json("task", "list", "--campaign", String(campaignId), "--status", "failed")).toHaveLength(1);
  expect(await json("task", "list", "--limit", "1")).toHaveLength(1);
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

  expect(await json("task", "get", older.taskId)).toMatchObject({
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

test("delivery list, get and replay show what arrived and take it in once more", async () => {
  const campaignId = await makeCampaign();
  const raw = Buffer.from('{"hooktrigger": "END", "n": "ñ"}');
  const id = await recordDelivery({ campaignId, raw, verdict: "refused", reason: "invalid_fields" });
  const binary = await recordDelivery({ campaignId, raw: Buffer.from([0xff, 0x00]) });

  expect(await json("delivery", "list", "--campaign", String(campaignId))).toMatchObject([
    { id: binary },
    { id, reason: "invalid_fields" },
  ]);
  expect(await json("delivery", "list", "--campaign", String(campaignId), "--verdict", "refused")).toHaveLength(1);
  expect(await json("delivery", "get", id)).toMatchObject({ id, rawText: raw.toString("utf8") });
  expect(await json("delivery", "get", binary)).toMatchObject({ id: binary, rawBase64: "/wA=" });

  const refusedAgain = await admin("delivery", "replay", id, "--json");
  expect(refusedAgain).toMatchObject({ exitCode: 1, output: "" });
  expect(refusedAgain.complaint).toMatch(/^The delivery was refused again: .*invalid_fields.*\n$/);
});

test("doctor says of each part how it is, and ends with status 1 only when one is broken", async () => {
  const { exitCode, output } = await admin("doctor", "--json");
  // The test's own PostgreSQL runs without fsync, which no installation may.
  expect(exitCode).toBe(1);
  const { status, findings } = JSON.parse(output);
  expect(status).toBe("broken");
  const broken = findings.filter((finding: { status: string }) => finding.status === "broken");
  expect(broken).toEqual([{ name: "PostgreSQL", status: "broken", message: expect.stringContaining("fsync") }]);
  expect(findings).toContainEqual({ name: "Storage", status: "ok", message: expect.stringContaining("read back and removed") });
  expect(findings).toContainEqual({ name: "Sources", status: "ok", message: expect.stringContaining("silent") });
});

test.each([
  [["task", "get", "nope"], "There is no such task.\n"],
  [["delivery", "get", "nope"], "There is no such delivery; deliveries are kept for 90 days.\n"],
  [["campaign", "create", "--name", " "], "A campaign needs a name.\n"],
  [["task", "list", "--limit", "none"], "option '--limit <n>' argument 'none' is invalid. It must be a whole number from 1 to 10000.\n"],
  [["user", "create"], "required option '--email <address>' not specified\n"],
])("%j fails with status 1, nothing on standard output and one sentence on standard error", async (words, complaint) => {
  expect(await admin(...words, "--json")).toEqual({ exitCode: 1, output: "", complaint });
});

async function json(...words: string[]): Promise<unknown> {
  const { exitCode, output, complaint } = await admin(...words, "--json");
  expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
  expect(output.trim().split("\n")).toHaveLength(1);
  return JSON.parse(output);
}

function admin(...words: string[]): Promise<{ exitCode: number; output: string; complaint: string }> {
  const args = ["--import", "tsx", "scripts/admin.ts", ...words];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: ROOT, env: { ...process.env, NODE_ENV: "production" } },
      (_error, output, complaint) => resolve({ exitCode: child.exitCode ?? 1, output, complaint }),
    );
  });
}
