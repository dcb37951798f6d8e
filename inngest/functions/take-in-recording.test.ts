import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sqlClient } from "@/db/client";
import * as behaviours from "@/e2e/hosts/behaviours";
import { makeWav } from "@/e2e/hosts/sounds";
import { dispatchCalls } from "@/lib/reception/dispatch-calls";
import { sweepCalls } from "@/lib/reception/sweep-calls";
import { makeCampaign, makePendingCall } from "@/lib/recordings/testing/pending-call";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { callRecorded } from "../events";
import { takeInRecording } from "./take-in-recording";

// Before anything reads the environment, since these run with the limits of production.
const host = await vi.hoisted(async () => {
  const { startRecordingHost } = await import("@/e2e/hosts/recording-host");
  const started = await startRecordingHost();
  process.env.RECORDING_ALLOW_HOSTS = started.hostAndPort;
  return started;
});

const WAV = makeWav({ seconds: 2 });
let campaignId = 0;
beforeAll(async () => {
  campaignId = await makeCampaign();
});
afterAll(() => host.close());

const startEngine = () => serveFunctions({ functions: [takeInRecording], settings: { pollMs: 50 } });
const relay = () =>
  dispatchCalls({
    limit: 100,
    send: async (calls) => {
      await inngest.send(calls.map(({ callId, host: at }) => callRecorded.create({ callId, host: at })));
    },
  });
const makeReadyCall = (recordingUrl: string) => makePendingCall({ campaignId, recordingUrl, dispatchedAt: null, dispatchCount: 0 });

async function stateOf(callId: string) {
  const [call] = await sqlClient`select recording_status as status, recording_attempt_count as attempts,
    (select count(*)::int from tasks where call_id = calls.id) as tasks from calls where id = ${callId}`;
  return call;
}

test("a call that the relay hands on ends with a task, also when its recording is late", async () => {
  const callId = await makeReadyCall(host.serve("/late.wav", behaviours.status(404), behaviours.answer(WAV)));
  const engine = await startEngine();
  await relay();
  await expect.poll(() => stateOf(callId), { timeout: 15_000 }).toEqual({ status: "stored", attempts: 2, tasks: 1 });
  await engine.stop();
});

test("a call reaches its end although every trace of the engine is lost on the way", async () => {
  const callId = await makeReadyCall(host.serve("/lost.wav", behaviours.status(503), behaviours.answer(WAV)));
  const lost = await startEngine();
  await relay();
  await expect.poll(() => stateOf(callId), { timeout: 15_000 }).toMatchObject({ status: "pending", attempts: 1 });
  await lost.stop();
  await sqlClient`truncate engine.runs, engine.jobs cascade`;
  await sqlClient`update calls set dispatched_at = now() - interval '1 hour', next_attempt_at = now() - interval '1 hour' where id = ${callId}`;
  expect(await sweepCalls({ limit: 100 })).toBe(1);
  const engine = await startEngine();
  await relay();
  await expect.poll(() => stateOf(callId), { timeout: 15_000 }).toEqual({ status: "stored", attempts: 2, tasks: 1 });
  await engine.stop();
});
