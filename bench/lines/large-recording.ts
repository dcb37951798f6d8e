import { setTimeout as wait } from "node:timers/promises";
import { countTasks } from "../harness/count-tasks";
import { forgetPeak } from "../harness/forget-peak";
import type { LineOptions, LineReport } from "../harness/line-report";
import { median } from "../harness/median";
import { memoryOf } from "../harness/memory-of";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { sendCalls } from "../harness/send-calls";
import { startApplication } from "../harness/start-application";
import { startRecordingHost } from "../harness/start-recording-host";
import { waitUntil } from "../harness/wait-until";

const LARGE_BYTES = 500_000_000;
const MUST_MIB = 64;
const WARM_UP_CALLS = 8;
const SETTLE_MS = 3_000;
const TAKE_IN_LIMIT_MS = 90_000;

/** How much the application's memory grows over a recording of 500 MB, at its highest, beyond what it had before. */
export async function measureLargeRecording({ isQuick }: LineOptions): Promise<LineReport> {
  const rounds = isQuick ? 1 : 3;
  const installation = await openBenchInstallation();
  const { sql, apiKey, campaignId, dataDir } = installation;
  const host = await startRecordingHost({ portCount: 4 });
  const { url, pid, stop } = await startApplication({ dataDir, environment: { RECORDING_ALLOW_HOSTS: host.allowHosts } });
  const takeIn = async (recordingPath: string, prefix: string, count: number) => {
    const before = await countTasks(sql);
    await sendCalls({ url, apiKey, campaignId, prefix, count, recordingUrlOf: (number) => `${host.origin(number)}${recordingPath}` });
    await waitUntil(async () => (await countTasks(sql)) - before >= count, {
      everyMs: 100,
      limitMs: TAKE_IN_LIMIT_MS,
      otherwise: "a recording had no task in time",
    });
  };

  // What is loaded and compiled once is not growth.
  await takeIn("/wav/8000/1/1000000/{id}", "warm", WARM_UP_CALLS);
  const growths: number[] = [];
  const seconds: number[] = [];
  const before: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await wait(SETTLE_MS);
    await forgetPeak(pid);
    const { nowMib } = await memoryOf(pid);
    const startedAt = performance.now();
    await takeIn(`/wav/44100/2/${LARGE_BYTES}/{id}`, `large-${round}`, 1);
    seconds.push((performance.now() - startedAt) / 1_000);
    before.push(nowMib);
    growths.push((await memoryOf(pid)).peakMib - nowMib);
  }
  await stop();
  await host.stop();
  await installation.close();
  const worst = Math.max(...growths);
  const whole = (values: number[]) => values.map((value) => Math.round(value)).join(", ");
  return {
    figures: [
      {
        what: "growth of resident memory, worst run",
        must: `< ${MUST_MIB} MB`,
        measured: `${Math.round(worst)} MB`,
        isMet: worst < MUST_MIB,
        runs: whole(growths),
      },
      { what: "resident memory before", must: "", measured: `${Math.round(median(before))} MB`, isMet: null, runs: whole(before) },
      {
        what: "END to task",
        must: "",
        measured: `${median(seconds).toFixed(1)} s`,
        isMet: null,
        runs: seconds.map((value) => value.toFixed(1)).join(", "),
      },
    ],
    notes: [
      `A WAV of 500 MB (44.1 kHz stereo, 47 minutes) from a host on loopback: downloaded, hashed, decoded as a whole, stored. The highest resident memory of the application's process (VmHWM), with its decoding threads, less what it had just before; ${WARM_UP_CALLS} recordings of 1 MB were taken in first, and nothing happened for ${SETTLE_MS / 1_000} s before each.`,
    ],
  };
}
