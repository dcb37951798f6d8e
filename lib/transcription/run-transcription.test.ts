import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { sendJson, startStandInServer } from "@/lib/http/testing/stand-in-server";
import { recordingKey, storage } from "@/lib/storage/storage";
import { getTranscript } from "@/lib/transcripts/get-transcript";
import { cancelTranscription } from "./cancel-transcription";
import { runTranscription } from "./run-transcription";

const SAMPLE = "lib/sample-calls/recording/es-two-sides.mp3";
const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };

type Server = Awaited<ReturnType<typeof startStandInServer>>;
let server: Server | null = null;
let campaignId = 0;
beforeAll(async () => {
  campaignId = await makeCampaign({ transcriber: "openai", language: "es", agentChannel: 0 });
});
afterEach(async () => {
  await server?.close();
  server = null;
});

/** A task whose recording is the bundled call of two sides, to be transcribed by a server that answers so. */
async function queuedTask(answer: Parameters<typeof startStandInServer>[0], file = SAMPLE): Promise<string> {
  server = await startStandInServer(answer);
  Object.assign(env, { TRANSCRIBER_URL: server.baseUrl, TRANSCRIBER_API_KEY: "sk-test" });
  const { taskId } = await makeTask({ campaignId });
  const [recording] = await sqlClient<{ sha256: string }[]>`
    select sha256 from recordings join tasks on tasks.recording_id = recordings.id where tasks.id = ${taskId}`;
  const copy = path.join(await mkdtemp(path.join(tmpdir(), "auditoria-test-")), "recording");
  await copyFile(file, copy);
  await storage.store({ key: recordingKey(recording?.sha256 ?? ""), path: copy });
  await sqlClient`insert into transcriptions (task_id) values (${taskId})`;
  return taskId;
}
const stateOf = async (taskId: string) =>
  (
    await sqlClient`select t.status as task, t.failure as words, x.status, x.failure_code as code, x.progress
      from tasks t join transcriptions x on x.task_id = t.id where t.id = ${taskId}`
  )[0];

const sentence = (text: string) => ({
  text,
  language: "spanish",
  segments: [{ start: 0.3, end: 1.2, text, no_speech_prob: 0.01, avg_logprob: -0.2, compression_ratio: 1 }],
});

test("a call of two sides becomes a conversation: who says what and when, with what was measured from the sound", {
  timeout: 60_000,
}, async () => {
  let answers = 0;
  const taskId = await queuedTask((_, response) => sendJson(response, sentence(`Frase ${++answers}.`)));
  expect(await runTranscription({ taskId })).toEqual({ status: "completed" });
  expect(await stateOf(taskId)).toMatchObject({ task: "completed", status: "completed", progress: 100, words: null });
  const { transcript } = await getTranscript({ viewer: admin, taskId });
  expect(transcript).toMatchObject({ language: "es", transcriber: "openai", model: "whisper-1", laneReason: "stereo", wordTimes: "none" });
  expect(transcript?.speakers.map(({ role }) => role).sort()).toEqual(["agent", "customer"]);
  expect(transcript?.segments.length).toBeGreaterThanOrEqual(2);
  expect(transcript?.measures.lanes).toHaveLength(2);
  for (const lane of transcript?.measures.lanes ?? []) expect(lane.talkSeconds).toBeGreaterThan(1);
});

test("transcribing again takes the place of what was there, whole or not at all", { timeout: 60_000 }, async () => {
  let text = "Primera.";
  let status = 200;
  const taskId = await queuedTask((_, response) => sendJson(response, sentence(text), status));
  await runTranscription({ taskId });
  const again = () =>
    sqlClient`update transcriptions set status = 'queued', claimed_until = null, attempt_count = 0 where task_id = ${taskId}`;
  await again();
  status = 401;
  expect(await runTranscription({ taskId })).toEqual({ status: "failed" });
  expect((await getTranscript({ viewer: admin, taskId })).transcript?.segments[0]?.text).toBe("Primera.");
  await again();
  [text, status] = ["Segunda.", 200];
  await runTranscription({ taskId });
  const { transcript } = await getTranscript({ viewer: admin, taskId });
  expect(new Set(transcript?.segments.map((segment) => segment.text))).toEqual(new Set(["Segunda."]));
});

test("what the server refuses, and what is no audio, fail the task in words", { timeout: 60_000 }, async () => {
  const refused = await queuedTask((_, response) => sendJson(response, { error: "No such model" }, 404));
  await runTranscription({ taskId: refused });
  expect(await stateOf(refused)).toMatchObject({ task: "failed", code: "refused", words: expect.stringContaining("No such model") });
  await server?.close();
  const noAudio = await queuedTask((_, response) => sendJson(response, sentence("x")), "package.json");
  await runTranscription({ taskId: noAudio });
  expect(await stateOf(noAudio)).toMatchObject({ task: "failed", code: "not_audio" });
  expect(server?.requests).toEqual([]);
});

test("a language that there is no pack of fails the task, rather than wait for what nobody can add", { timeout: 60_000 }, async () => {
  const taskId = await queuedTask((_, response) => sendJson(response, sentence("x")));
  await sqlClient`update campaigns set transcriber = 'local', language = 'pt' where id = ${campaignId}`;
  expect(await runTranscription({ taskId })).toEqual({ status: "failed" });
  await sqlClient`update campaigns set transcriber = 'openai', language = 'es' where id = ${campaignId}`;
  expect(await stateOf(taskId)).toMatchObject({ task: "failed", status: "failed", code: "language_unknown" });
  expect(server?.requests).toEqual([]);
});

test("what is cancelled while a server works on it is given up at once, and nothing of it is written", { timeout: 60_000 }, async () => {
  let cancelled: Promise<void> = Promise.resolve();
  const taskId = await queuedTask(async () => {
    cancelled = cancelTranscription({ viewer: admin, taskId });
    await cancelled;
  });
  expect(await runTranscription({ taskId, leaseSeconds: 1 })).toEqual({ status: "not_ours" });
  await cancelled;
  expect(await stateOf(taskId)).toMatchObject({ task: "pending", status: "cancelled" });
  expect((await getTranscript({ viewer: admin, taskId })).transcript).toBeNull();
});
