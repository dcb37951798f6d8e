import { readFile } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { calls, recordingAttempts, recordings, tasks } from "@/db/schema";
import * as behaviours from "@/e2e/hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "@/e2e/hosts/recording-host";
import { makeWav, sampleSound } from "@/e2e/hosts/sounds";
import { env } from "@/lib/env";
import { peaksKey, recordingKey } from "@/lib/storage/storage";
import { RETRY_DELAYS_SECONDS } from "./attempts/retry-schedule";
import { downloadRecording } from "./download-recording";
import { retryRecordingNow } from "./retry-recording-now";
import { impatientLimits } from "./testing/impatient-limits";
import { makeCampaign, makePendingCall, passTime } from "./testing/pending-call";

const WAV = makeWav({ seconds: 2 });
let host: RecordingHost;
let campaignId = 0;
beforeAll(async () => {
  host = await startRecordingHost();
  campaignId = await makeCampaign();
});
afterAll(() => host.close());

let served = 0;
const serve = (...script: Parameters<RecordingHost["serve"]>[1][]) => host.serve(`/recordings/${++served}`, ...script);
const download = (callId: string, leaseSeconds?: number) =>
  downloadRecording({ callId, leaseSeconds, limits: impatientLimits([host.hostAndPort]) });
const attemptsOf = (callId: string) =>
  db.select().from(recordingAttempts).where(eq(recordingAttempts.callId, callId)).orderBy(recordingAttempts.id);
const tasksOf = (callId: string) => db.select().from(tasks).where(eq(tasks.callId, callId));
const recordingsOf = (callId: string) => db.select().from(recordings).where(eq(recordings.callId, callId));
const callOf = async (callId: string) => (await db.select().from(calls).where(eq(calls.id, callId)))[0];

test("a recording that is there becomes a stored file, a recording, an operator and a pending task", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl: serve(behaviours.answer(WAV)), operatorName: "José  perez" });
  const outcome = await download(callId);
  const [recording] = await recordingsOf(callId);
  const [task] = await tasksOf(callId);
  expect(outcome).toEqual({ status: "stored", recordingId: recording?.id, taskId: task?.id });
  expect(recording).toMatchObject({
    mediaType: "audio/wav",
    durationSeconds: 2,
    channelCount: 1,
    sampleRateHz: 8000,
    isPartial: false,
    sizeBytes: WAV.length,
  });
  expect(recording?.loudnessDb).toBeCloseTo(-9.03, 1);
  expect(await readFile(path.join(env.DATA_DIR, recordingKey(recording?.sha256 ?? "")))).toEqual(WAV);
  expect(JSON.parse(await readFile(path.join(env.DATA_DIR, peaksKey(recording?.sha256 ?? "")), "utf8"))).toMatchObject({ version: 1 });
  const call = await callOf(callId);
  expect(call).toMatchObject({ recordingStatus: "stored", recordingAttemptCount: 1, claimedUntil: null, nextAttemptAt: null });
  expect(task).toMatchObject({
    status: "pending",
    campaignId,
    operatorId: call?.operatorId,
    recordingId: recording?.id,
    durationSeconds: 3,
  });
  const [operator] = await sqlClient`select name from operators where id = ${call?.operatorId ?? null}`;
  expect(operator?.name).toBe("José perez");
});

test("a recording that is late is fetched when it is there, and every attempt is listed", async () => {
  const recordingUrl = serve(behaviours.status(404), behaviours.status(404, {}, "not yet"), behaviours.answer(WAV));
  const callId = await makePendingCall({ campaignId, recordingUrl });
  const first = await download(callId);
  expect(first).toEqual({ status: "retry", delaySeconds: expect.any(Number) });
  await passTime(callId);
  await download(callId);
  expect(await tasksOf(callId)).toEqual([]);
  await passTime(callId);
  expect(await download(callId)).toMatchObject({ status: "stored" });
  const attempts = await attemptsOf(callId);
  expect(attempts.map(({ httpStatus, outcome, reason, lookedLike }) => [httpStatus, outcome, reason, lookedLike])).toEqual([
    [404, "retry", "not_found", null],
    [404, "retry", "not_found", 'text "not yet"'],
    [200, "stored", "stored", "WAV, 2.0 s"],
  ]);
  expect(attempts[0]).toMatchObject({ url: recordingUrl, remoteAddress: "127.0.0.1", nextAttemptAt: expect.any(Date) });
  expect(await tasksOf(callId)).toHaveLength(1);
});

test("a host that asks for more time by Retry-After gets it", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl: serve(behaviours.status(429, { "retry-after": "90" })) });
  const outcome = await download(callId);
  expect(outcome.status === "retry" && outcome.delaySeconds).toBeGreaterThanOrEqual(90);
  const call = await callOf(callId);
  expect((call?.nextAttemptAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(85_000);
});

const cutMp3 = sampleSound("stereo-16k.mp3").subarray(0, 1_500);
test.each([
  ["a login page", "<!DOCTYPE html><title>Sign in</title>", "not_audio", 'HTML page "Sign in"'],
  ["a JSON error", '{"error":"recording not found"}', "not_audio", 'JSON error "recording not found"'],
  ["an XML error", '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', "not_audio", 'XML error "AccessDenied"'],
  ["zero bytes", "", "empty", null],
  ["white space", " \n ", "empty", "white space"],
  ["a bare WAV header", WAV.subarray(0, 44), "empty", "WAV header without sound"],
  ["an MPEG sync word before a script", "\u00ff\u00fb\u0090\u0000<script>alert(1)</script>", "not_audio", "MPEG sync word without frames"],
  ["a ZIP archive", "PK\u0003\u0004 and so on", "not_audio", "ZIP archive"],
  ["a WAV that is shorter than it says", WAV.subarray(0, 9_000), "cut_short", "cut WAV"],
  ["an MP3 that is shorter than it says", cutMp3, "cut_short", "cut MP3"],
])("%s is no recording, whatever its headers say", async (_name, body, reason, lookedLike) => {
  const bytes = typeof body === "string" ? Buffer.from(body, "latin1") : body;
  const callId = await makePendingCall({ campaignId, recordingUrl: serve(behaviours.answer(bytes, { "content-type": "audio/mpeg" })) });
  expect(await download(callId)).toMatchObject({ status: "retry" });
  expect(await attemptsOf(callId)).toMatchObject([{ outcome: "retry", reason, lookedLike, httpStatus: 200, contentType: "audio/mpeg" }]);
  expect(await recordingsOf(callId)).toEqual([]);
});

test("a connection that ends early without a promised length is found out by the file itself", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl: serve(behaviours.endEarly(WAV, 9_000), behaviours.answer(WAV)) });
  expect(await download(callId)).toMatchObject({ status: "retry" });
  await passTime(callId);
  expect(await download(callId)).toMatchObject({ status: "stored" });
});

test("a recording that never comes is unavailable after the whole schedule, with its reason and without a task", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl: serve(behaviours.status(403)) });
  const delays: number[] = [];
  let outcome = await download(callId);
  while (outcome.status === "retry") {
    delays.push(outcome.delaySeconds);
    await passTime(callId);
    outcome = await download(callId);
  }
  const reason = "After 15 attempts: The host answered 403.";
  expect(outcome).toEqual({ status: "unavailable", reason });
  expect(delays.map((delay, i) => delay / (RETRY_DELAYS_SECONDS[i] ?? 0)).every((share) => share >= 1 && share <= 1.1)).toBe(true);
  expect(await callOf(callId)).toMatchObject({ recordingStatus: "unavailable", recordingFailure: reason, nextAttemptAt: null });
  expect(await attemptsOf(callId)).toHaveLength(15);
  expect(await tasksOf(callId)).toEqual([]);
  expect(await download(callId)).toEqual(outcome);
  expect(await attemptsOf(callId)).toHaveLength(15);
});

test.each([
  ["gone", () => serve(behaviours.status(410)), "gone"],
  ["at a private address", () => "http://169.254.169.254/latest/meta-data", "private_address"],
  ["behind user info", () => "http://user:secret@recordings.example.com/a.wav", "user_info"],
  ["not on the web", () => "ftp://recordings.example.com/a.wav", "invalid_url"],
  ["larger than we take", () => serve(behaviours.status(200, { "content-length": "99999999" })), "too_large"],
])("a recording that is %s is unavailable at once", async (_name, url, reason) => {
  const callId = await makePendingCall({ campaignId, recordingUrl: url() });
  expect(await download(callId)).toMatchObject({ status: "unavailable" });
  expect(await attemptsOf(callId)).toMatchObject([{ reason, nextAttemptAt: null }]);
});

test("try again now starts an unavailable recording over", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl: serve(behaviours.status(410), behaviours.answer(WAV)) });
  await download(callId);
  await retryRecordingNow({ callId, actor: "system" });
  expect(await callOf(callId)).toMatchObject({ recordingStatus: "pending", recordingAttemptCount: 0, dispatchedAt: null });
  expect(await download(callId)).toMatchObject({ status: "stored" });
  expect(await attemptsOf(callId)).toHaveLength(2);
  await expect(retryRecordingNow({ callId, actor: "system" })).rejects.toMatchObject({ code: "conflict" });
});

test("a recording much shorter than the call is kept and flagged, one of 80 % is not", async () => {
  const url = serve(behaviours.answer(WAV));
  const partial = await makePendingCall({ campaignId, recordingUrl: url, billableSeconds: 2.6 });
  const whole = await makePendingCall({ campaignId, recordingUrl: url, billableSeconds: 2.5 });
  await Promise.all([download(partial), download(whole)]);
  expect([await recordingsOf(partial), await recordingsOf(whole)]).toMatchObject([[{ isPartial: true }], [{ isPartial: false }]]);
});
