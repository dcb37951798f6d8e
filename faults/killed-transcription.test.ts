import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { sendJson, startStandInServer } from "@/lib/http/testing/stand-in-server";
import { anuraBody } from "@/lib/sources/anura/testing/anura-body";
import { openTestBed } from "./harness/open-test-bed";
import { waitUntil } from "./harness/wait-until";

const CALLS = 6;
const ANSWER = {
  text: "Buenos días.",
  language: "spanish",
  segments: [{ start: 0, end: 10, text: "Buenos días.", no_speech_prob: 0, avg_logprob: -0.1, compression_ratio: 1 }],
};

const bed = await openTestBed();
afterEach(bed.explainFailure);
afterAll(bed.close);

test("transcriptions whose process is killed in the middle of them end once each, whole, in another", async () => {
  const waiting: ServerResponse[] = [];
  let isHeld = true;
  const server = await startStandInServer((_, response) => {
    if (isHeld) waiting.push(response);
    else sendJson(response, ANSWER);
  });
  // Somebody speaks in it, on both sides; each call has bytes of its own.
  const spoken = await readFile("lib/sample-calls/recording/es-two-sides.mp3");
  const host = await startStandInServer(({ url }, response) => void response.end(Buffer.concat([spoken, Buffer.from(url)])));
  const variables = {
    RECORDING_ALLOW_HOSTS: new URL(host.baseUrl).host,
    TRANSCRIBER: "openai",
    TRANSCRIBER_URL: server.baseUrl,
    TRANSCRIPTION_CONCURRENCY: "3",
  };
  const application = await bed.startApplication({ variables: { ...variables, WORKER: "off" } });
  const { apiKey, campaignId } = await bed.sender();
  for (let number = 0; number < CALLS; number++) {
    const body = anuraBody({ cdrid: `spoken-${number}`, campaign_id: campaignId, audio_file_mp3: `${host.baseUrl}/${number}.mp3` });
    const headers = { "content-type": "application/json", "x-api-key": apiKey };
    const answer = await fetch(`${application.origin}/webhook/anura`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(await answer.json()).toMatchObject({ status: "accepted" });
  }

  const worker = await bed.startWorker(variables);
  await waitUntil({ what: "transcriptions that a server works on", withinMs: 60_000 }, () => waiting.length >= 2);
  await worker.kill();
  isHeld = false;
  await bed.startWorker(variables);
  const sql = postgres(await bed.databaseUrl(), { max: 1 });
  const readTasks = () => sql`
    select t.status, x.status as transcription, (select count(*)::int from segments s where s.task_id = t.id) as lines, tr.language
    from tasks t join transcriptions x on x.task_id = t.id left join transcripts tr on tr.task_id = t.id`;
  await waitUntil({ what: "every call to be written down", withinMs: 150_000 }, async () => {
    const tasks = await readTasks();
    return tasks.length === CALLS && tasks.every(({ transcription }) => transcription === "completed");
  });
  const tasks = await readTasks();
  expect(new Set(tasks.map(({ lines }) => lines)).size).toBe(1);
  expect(tasks[0]?.lines).toBeGreaterThan(0);
  for (const task of tasks)
    expect(task).toEqual({ status: "completed", transcription: "completed", lines: expect.any(Number), language: "es" });
  await sql.end();
  await Promise.all([server.close(), host.close()]);
});
