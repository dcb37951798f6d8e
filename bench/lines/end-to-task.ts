import { setTimeout as wait } from "node:timers/promises";
import { Client } from "undici";
import { anuraTemplate } from "../harness/body-templates";
import type { LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { percentile } from "../harness/percentile";
import { sendCalls } from "../harness/send-calls";
import { startApplication } from "../harness/start-application";
import { startRecordingHost } from "../harness/start-recording-host";

const WARM_UP_CALLS = 5;
const TASK_LIMIT_MS = 30_000;

/** Milliseconds from before the POST of a call's END to the commit of its task, one call at a time on an idle installation. */
export async function measureEndToTask({ isQuick }: LineOptions): Promise<LineReport> {
  const count = isQuick ? 10 : 60;
  const installation = await openBenchInstallation();
  const { sql, apiKey, campaignId, dataDir } = installation;
  const host = await startRecordingHost({ portCount: 4 });
  const application = await startApplication({ dataDir, environment: { RECORDING_ALLOW_HOSTS: host.allowHosts } });
  const recordingUrlOf = (number: number) => `${host.origin(number)}/wav/8000/1/1000000/{id}`;

  let hear: (at: number) => void = () => undefined;
  const listening = await sql.listen("task_changed", () => hear(performance.now()));
  const nextTask = () =>
    Promise.race([
      new Promise<number>((resolve) => {
        hear = resolve;
      }),
      wait(TASK_LIMIT_MS, undefined, { ref: false }).then(() => {
        throw new Error("a call got no task within 30 s");
      }),
    ]);

  for (let number = 0; number < WARM_UP_CALLS; number++) {
    const task = nextTask();
    await sendCalls({ url: application.url, apiKey, campaignId, recordingUrlOf, prefix: `warm-${number}`, count: 1 });
    await task;
  }
  const client = new Client(application.url);
  const samples: number[] = [];
  const answers: number[] = [];
  for (let number = 0; number < count; number++) {
    // Of no fixed length, so that no sample keeps step with a timer of the application.
    await wait(150 + ((number * 37) % 200));
    const id = `idle-${number}`;
    const task = nextTask();
    const startedAt = performance.now();
    const { statusCode, body } = await client.request({
      path: "/webhook/anura/",
      method: "POST",
      headers: { "content-type": "application/json", "x-api-key": apiKey },
      body: anuraTemplate({ campaignId, recordingUrl: recordingUrlOf(number) }).replaceAll("{id}", id),
    });
    await body.dump();
    answers.push(performance.now() - startedAt);
    samples.push((await task) - startedAt);
    const [row] = await sql`select 1 from tasks join calls on calls.id = tasks.call_id where calls.external_id = ${`bench-${id}`}`;
    if (statusCode !== 200 || !row) throw new Error(`call ${id} was answered ${statusCode} and its task is ${row ? "" : "not "}there`);
  }
  await client.close();
  await listening.unlisten();
  await application.stop();
  await host.stop();
  await installation.close();

  const figure = (what: string, values: number[], share: number, mustMs: number | null) => ({
    what,
    must: mustMs === null ? "" : `< ${mustMs} ms`,
    measured: `${Math.round(percentile(values, share))} ms`,
    isMet: mustMs === null ? null : percentile(values, share) < mustMs,
    runs: `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}, ${values.length} calls`,
  });
  return {
    figures: [
      figure("END to task, p50", samples, 0.5, 300),
      figure("END to task, p95", samples, 0.95, null),
      figure("of that, until the POST was answered, p50", answers, 0.5, null),
    ],
    notes: [
      "From before the POST until PostgreSQL tells of the committed task, which is what a page listens to; a 1 MB recording (8 kHz 16-bit mono WAV, 62 s) on a host on loopback; one call at a time, the installation idle before each.",
    ],
  };
}
