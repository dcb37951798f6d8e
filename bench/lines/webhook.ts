import type { LineOptions, LineReport } from "../harness/line-report";
import { median } from "../harness/median";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { runLoad } from "../harness/run-load";
import { type MeasuredServer, type Saturation, saturate } from "../harness/saturate";
import { startApplication } from "../harness/start-application";
import { startFloor } from "../harness/start-floor";
import { startRecordingHost } from "../harness/start-recording-host";

const CONNECTIONS = 64;
const RECORDING_PORTS = 16;
const RECORDING_PATH = "/wav/8000/1/1000000/{id}";
/** What the door is asked beside a pipeline at its limit. */
const BUSY_RATE = 100;

/** Requests a second of the webhook's door against an empty handler, in turns; latency at half load; and both with take-in beside it. */
export async function measureWebhook({ isQuick }: LineOptions): Promise<LineReport> {
  const [rounds, seconds, otherRounds] = isQuick ? [2, 3, 1] : [5, 8, 3];
  const installation = await openBenchInstallation();
  const { sql, apiKey, campaignId, dataDir, databaseTime } = installation;
  const host = await startRecordingHost({ portCount: RECORDING_PORTS });
  const load = { apiKey, campaignId, recordingUrl: `${host.origin(0)}${RECORDING_PATH}`, connections: CONNECTIONS, seconds };
  const environment = { RECORDING_ALLOW_HOSTS: host.allowHosts };

  const floorServer = await startFloor();
  const alone = await startApplication({ dataDir, worker: "off", environment });
  const floor: MeasuredServer = { ...floorServer, databaseTime: async () => 0 };
  const ours: MeasuredServer = { pid: alone.pid, url: `${alone.url}/webhook/anura/`, databaseTime };
  let answered = 0;
  for (const { url } of [floor, ours]) {
    const warmUp = await runLoad({ ...load, url, seconds: isQuick ? 2 : 5 });
    if (url === ours.url) answered += warmUp.answered;
  }
  const floorRuns: Saturation[] = [];
  const ourRuns: Saturation[] = [];
  for (let round = 0; round < rounds; round++) {
    // Each goes first every other time, so that a drift of the machine favours neither.
    for (const server of round % 2 === 0 ? [floor, ours] : [ours, floor]) {
      (server === floor ? floorRuns : ourRuns).push(await saturate(server, load));
    }
  }
  const halfRate = halfOf(ourRuns);
  const latencies: number[] = [];
  const floorLatencies: number[] = [];
  for (let round = 0; round < otherRounds; round++) {
    floorLatencies.push((await runLoad({ ...load, url: floor.url, requestsPerSecond: halfOf(floorRuns) })).p99Ms);
    const result = await runLoad({ ...load, url: ours.url, requestsPerSecond: halfRate });
    answered += result.answered;
    latencies.push(result.p99Ms);
  }
  await floorServer.stop();
  await alone.stop();
  answered += ourRuns.reduce((sum, run) => sum + run.answered, 0);
  // The statistics before the count, which reads all of it.
  const [scans] = await sql<{ rows: number }[]>`select seq_tup_read::int as rows from pg_stat_user_tables where relname = 'calls'`;
  const [kept] = await sql<{ deliveries: number; calls: number }[]>`
    select (select count(*)::int from deliveries) as deliveries, (select count(*)::int from calls) as calls`;
  if (!kept || kept.deliveries < answered || kept.calls < answered) {
    throw new Error(`${answered} deliveries were acknowledged, and ${kept?.deliveries} deliveries and ${kept?.calls} calls are there`);
  }

  const together = await startApplication({ dataDir, worker: "inline", environment });
  const busy: MeasuredServer = { pid: together.pid, url: `${together.url}/webhook/anura/`, databaseTime };
  const busyRuns: Saturation[] = [];
  const busyLatencies: number[] = [];
  for (let round = 0; round < otherRounds; round++) {
    busyRuns.push(await saturate(busy, load));
    busyLatencies.push((await runLoad({ ...load, url: busy.url, requestsPerSecond: BUSY_RATE })).p99Ms);
  }
  await together.stop();
  await host.stop();
  await installation.close();
  const checked = `${answered} deliveries were acknowledged; afterwards ${kept.deliveries} deliveries and ${kept.calls} calls were in the database (those beyond were under way when a load ended).`;
  return report({
    floorRuns,
    ourRuns,
    latencies,
    floorLatencies,
    halfRate,
    busyRuns,
    busyLatencies,
    scannedRows: scans?.rows ?? 0,
    checked,
  });
}

function halfOf(runs: Saturation[]): number {
  return Math.round(median(runs.map(({ perSecond }) => perSecond)) / 2);
}

type Measured = {
  floorRuns: Saturation[];
  ourRuns: Saturation[];
  latencies: number[];
  floorLatencies: number[];
  halfRate: number;
  busyRuns: Saturation[];
  busyLatencies: number[];
  scannedRows: number;
  checked: string;
};

function report({
  floorRuns,
  ourRuns,
  latencies,
  floorLatencies,
  halfRate,
  busyRuns,
  busyLatencies,
  scannedRows,
  checked,
}: Measured): LineReport {
  const ratios = ourRuns.map(({ perSecond }, round) => perSecond / (floorRuns[round]?.perSecond ?? Number.NaN));
  const rates = (runs: Saturation[]) => runs.map(({ perSecond }) => perSecond);
  const whole = (values: number[]) => values.map((value) => Math.round(value)).join(", ");
  const tenths = (values: number[]) => values.map((value) => value.toFixed(1)).join(", ");
  const plain = (what: string, values: number[], unit: string) => ({
    what,
    must: "",
    measured: `${Math.round(median(values))} ${unit}`,
    isMet: null,
    runs: whole(values),
  });
  const serverTimes = (runs: Saturation[]) => runs.map(({ serverMicroseconds }) => serverMicroseconds);
  return {
    figures: [
      {
        what: "requests/s, ours to the floor's",
        must: ">= 0.9",
        measured: median(ratios).toFixed(2),
        isMet: median(ratios) >= 0.9,
        runs: ratios.map((ratio) => ratio.toFixed(2)).join(", "),
      },
      plain("the floor: empty handler of Next.js", rates(floorRuns), "requests/s"),
      plain("ours: accepted and durable", rates(ourRuns), "requests/s"),
      plain("processor time a request, the floor", serverTimes(floorRuns), "µs"),
      plain("processor time a request, ours without PostgreSQL", serverTimes(ourRuns), "µs"),
      plain(
        "processor time a request, PostgreSQL for ours",
        ourRuns.map(({ databaseMicroseconds }) => databaseMicroseconds),
        "µs",
      ),
      {
        what: "calls read by scans of the whole table meanwhile",
        must: "0",
        measured: String(scannedRows),
        isMet: scannedRows === 0,
        runs: "",
      },
      {
        what: `p99 at half load (${halfRate} requests/s)`,
        must: "< 100 ms",
        measured: `${median(latencies).toFixed(1)} ms`,
        isMet: median(latencies) < 100,
        runs: tenths(latencies),
      },
      {
        what: "the same of the floor, at half of its own rate",
        must: "",
        measured: `${median(floorLatencies).toFixed(1)} ms`,
        isMet: null,
        runs: tenths(floorLatencies),
      },
      plain("ours with take-in in the same process, saturated", rates(busyRuns), "requests/s"),
      {
        what: `p99 at ${BUSY_RATE} requests/s beside a pipeline at its limit`,
        must: "< 300 ms",
        measured: `${median(busyLatencies).toFixed(1)} ms`,
        isMet: median(busyLatencies) < 300,
        runs: tenths(busyLatencies),
      },
    ],
    notes: [
      `${CONNECTIONS} connections, every request another call (its own cdrid and address) with the same body for both; the load generator and PostgreSQL share the cores with the server. The floor is the same Next.js behind the same front server (bench/floor).`,
      `The first rows are measured with WORKER=off, so that taking recordings in does not run beside the door; the last two with WORKER=inline and 1 MB recordings.`,
      `p99 counts from the moment when a request was due, at a fixed rate whatever came back. ${checked}`,
    ],
  };
}
