import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { onNotification } from "@/db/notifications";
import * as behaviours from "@/e2e/hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "@/e2e/hosts/recording-host";
import { makeWav } from "@/e2e/hosts/sounds";
import { openTask } from "@/lib/tasks/open-task";
import { claimCall } from "./attempts/claim-call";
import { downloadRecording } from "./download-recording";
import { impatientLimits } from "./testing/impatient-limits";
import { makeCampaign, makePendingCall } from "./testing/pending-call";

const WAV = makeWav({ seconds: 2 });
let host: RecordingHost;
let campaignId = 0;
beforeAll(async () => {
  host = await startRecordingHost();
  campaignId = await makeCampaign();
});
afterAll(() => host.close());

const download = (callId: string, leaseSeconds?: number) =>
  downloadRecording({ callId, leaseSeconds, limits: impatientLimits([host.hostAndPort]) });
const asked = (path: string) => host.requests.filter((request) => request.path === path).length;
const countOf = async (callId: string) =>
  (
    await sqlClient`select (select count(*)::int from tasks where call_id = ${callId}) as tasks,
      (select count(*)::int from recordings where call_id = ${callId}) as recordings,
      (select count(*)::int from recording_attempts where call_id = ${callId}) as attempts`
  )[0];

const openAgain = (opened: { callId: string; recordingId: string }) =>
  sqlClient.begin((transaction) => openTask({ transaction, ...opened, operatorId: null }));

/** An answer that is held back until it is let go. */
function heldBack(body: Uint8Array) {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let arrived = () => {};
  const asking = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const behaviour: Parameters<RecordingHost["serve"]>[1] = (_request, response) => {
    arrived();
    void released.then(() => response.end(body));
  };
  return { behaviour, letGo, asking };
}

test("of many workers on one call at once, one downloads and the others are told to come back", async () => {
  const held = heldBack(WAV);
  const callId = await makePendingCall({ campaignId, recordingUrl: host.serve("/one", held.behaviour) });
  const first = download(callId);
  await held.asking;
  const others = await Promise.all(Array.from({ length: 8 }, () => download(callId)));
  expect(others.every(({ status }) => status === "retry")).toBe(true);
  held.letGo();
  const stored = await first;
  expect(stored.status).toBe("stored");
  expect(await download(callId)).toEqual(stored);
  expect(asked("/one")).toBe(1);
  expect(await countOf(callId)).toEqual({ tasks: 1, recordings: 1, attempts: 1 });
});

test("a claim is renewed while its worker works, and falls to another when it stops", async () => {
  const held = heldBack(WAV);
  const callId = await makePendingCall({ campaignId, recordingUrl: host.serve("/renewed", held.behaviour) });
  const claimedUntil = async () => (await sqlClient`select claimed_until as until from calls where id = ${callId}`)[0]?.until;
  const working = download(callId, 0.3);
  await held.asking;
  const before = await claimedUntil();
  await expect.poll(claimedUntil, { interval: 20, timeout: 10_000 }).not.toEqual(before);
  held.letGo();
  expect(await working).toMatchObject({ status: "stored" });
});

test("a worker that lost its call to another writes nothing", async () => {
  const held = heldBack(WAV);
  const callId = await makePendingCall({ campaignId, recordingUrl: host.serve("/lost", held.behaviour, behaviours.status(404)) });
  const slow = download(callId);
  await held.asking;
  await sqlClient`update calls set claimed_until = now() - interval '1 second' where id = ${callId}`;
  expect(await download(callId)).toMatchObject({ status: "retry" });
  held.letGo();
  expect(await slow).toMatchObject({ status: "retry" });
  expect(await countOf(callId)).toEqual({ tasks: 0, recordings: 0, attempts: 1 });
});

test("a call whose next attempt is not due is left alone", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl: host.serve("/early", behaviours.answer(WAV)) });
  await sqlClient`update calls set next_attempt_at = now() + interval '1 hour' where id = ${callId}`;
  const outcome = await download(callId);
  expect(outcome.status === "retry" && outcome.delaySeconds).toBeGreaterThan(3_590);
  expect(asked("/early")).toBe(0);
});

test("a claim that a crash left is free again when its time is over", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl: host.serve("/crashed", behaviours.answer(WAV)) });
  await claimCall(callId);
  expect(await download(callId)).toMatchObject({ status: "retry" });
  await sqlClient`update calls set claimed_until = now() - interval '1 second' where id = ${callId}`;
  expect(await download(callId)).toMatchObject({ status: "stored" });
});

test("the same facts with the same audio under two addresses are two stored calls and one task", async () => {
  const urls = ["/same/a", "/same/b"].map((path) => host.serve(path, behaviours.answer(WAV)));
  const ids = await Promise.all(urls.map((recordingUrl) => makePendingCall({ campaignId, recordingUrl, factsKey: "same-facts" })));
  const outcomes = await Promise.all(ids.map((callId) => download(callId)));
  expect(outcomes.map(({ status }) => status)).toEqual(["stored", "stored"]);
  expect(outcomes.filter((outcome) => outcome.status === "stored" && outcome.taskId !== null)).toHaveLength(1);
});

test("the same facts with two different sounds are two tasks, and so is the same sound of two calls", async () => {
  const one = host.serve("/different/1", behaviours.answer(makeWav({ seconds: 2, seed: 1_001 })));
  const two = host.serve("/different/2", behaviours.answer(makeWav({ seconds: 2, seed: 1_002 })));
  const sameFacts = [one, two].map((recordingUrl) => makePendingCall({ campaignId, recordingUrl, factsKey: "hidden-callers" }));
  const sameSound = [one, one].map((recordingUrl) => makePendingCall({ campaignId, recordingUrl }));
  const ids = await Promise.all([...sameFacts, ...sameSound]);
  await Promise.all(ids.map((callId) => download(callId)));
  expect(await Promise.all(ids.map(async (callId) => (await countOf(callId))?.tasks))).toEqual([1, 1, 1, 1]);
});

test("calls of one operator at once make one operator, and an extension makes none", async () => {
  const recordingUrl = host.serve("/operators", behaviours.answer(WAV));
  const names = ["Ana Gómez", "ANA  GOMEZ", "ana gómez", "201"];
  const ids = await Promise.all(names.map((operatorName) => makePendingCall({ campaignId, recordingUrl, operatorName })));
  await Promise.all(ids.map((callId) => download(callId)));
  const rows = await sqlClient`select c.operator_id as id, t.operator_id as "ofTask" from calls c join tasks t on t.call_id = c.id
    where c.id = any(${ids}) order by array_position(${ids}::uuid[], c.id)`;
  expect(rows[3]).toEqual({ id: null, ofTask: null });
  expect(new Set(rows.slice(0, 3).flatMap(({ id, ofTask }) => [id, ofTask])).size).toBe(1);
});

test("opening a task again, from many sides, finds the one there is, and the first opening is told", async () => {
  const told: unknown[] = [];
  const stop = onNotification("task_changed", (payload) => void told.push(payload === "" ? "listening" : JSON.parse(payload)));
  await expect.poll(() => told, { timeout: 10_000 }).toContain("listening");
  const callId = await makePendingCall({ campaignId, recordingUrl: host.serve("/again", behaviours.answer(WAV)) });
  const stored = await download(callId);
  if (stored.status !== "stored") throw new Error("not stored");
  const { recordingId, taskId } = stored;
  const again = await Promise.all(Array.from({ length: 10 }, () => openAgain({ callId, recordingId })));
  expect(new Set(again.map((opened) => opened.taskId))).toEqual(new Set([taskId]));
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(["listening", { id: taskId, campaignId }]);
  stop();
});
