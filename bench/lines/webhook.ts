import { anuraTemplate } from "../harness/body-templates";
import { type Comparison, compareWithFloor, comparisonFigures, plainFigure, ratesOf } from "../harness/compare-with-floor";
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
  const template = anuraTemplate({ campaignId, recordingUrl: `${host.origin(0)}${RECORDING_PATH}` });
  const load = { headers: { "x-api-key": apiKey }, template, connections: CONNECTIONS, seconds };
  const environment = { RECORDING_ALLOW_HOSTS: host.allowHosts };

  const floorServer = await startFloor();
  const alone = await startApplication({ dataDir, worker: "off", environment });
  const floor: MeasuredServer = { ...floorServer, databaseTime: async () => 0 };
  const ours: MeasuredServer = { pid: alone.pid, url: `${alone.url}/webhook/anura/`, databaseTime };
  const comparison = await compareWithFloor({ floor, ours, load, rounds, latencyRounds: otherRounds });
  await floorServer.stop();
  await alone.stop();
  const { answered } = comparison;
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
  return report({ comparison, busyRuns, busyLatencies, scannedRows: scans?.rows ?? 0, checked });
}

type Measured = { comparison: Comparison; busyRuns: Saturation[]; busyLatencies: number[]; scannedRows: number; checked: string };

function report({ comparison, busyRuns, busyLatencies, scannedRows, checked }: Measured): LineReport {
  return {
    figures: [
      ...comparisonFigures(comparison),
      {
        what: "calls read by scans of the whole table meanwhile",
        must: "0",
        measured: String(scannedRows),
        isMet: scannedRows === 0,
        runs: "",
      },
      plainFigure("ours with take-in in the same process, saturated", ratesOf(busyRuns), "requests/s"),
      {
        what: `p99 at ${BUSY_RATE} requests/s beside a pipeline at its limit`,
        must: "< 300 ms",
        measured: `${median(busyLatencies).toFixed(1)} ms`,
        isMet: median(busyLatencies) < 300,
        runs: busyLatencies.map((latency) => latency.toFixed(1)).join(", "),
      },
    ],
    notes: [
      `${CONNECTIONS} connections, every request another call (its own cdrid and address) with the same body for both; the load generator and PostgreSQL share the cores with the server. The floor is the same Next.js behind the same front server (bench/floor).`,
      `The first rows are measured with WORKER=off, so that taking recordings in does not run beside the door; the last two with WORKER=inline and 1 MB recordings.`,
      `p99 counts from the moment when a request was due, at a fixed rate whatever came back. ${checked}`,
    ],
  };
}
