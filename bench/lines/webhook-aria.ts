import { ariaTemplate } from "../harness/body-templates";
import { compareWithFloor, comparisonFigures } from "../harness/compare-with-floor";
import type { LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import type { MeasuredServer } from "../harness/saturate";
import { startApplication } from "../harness/start-application";
import { startFloor } from "../harness/start-floor";

const CONNECTIONS = 64;

/** Requests a second of the pay-per-call door against an empty handler that parses the same body, in turns; and latency at half load. */
export async function measureWebhookAria({ isQuick }: LineOptions): Promise<LineReport> {
  const [rounds, seconds, latencyRounds] = isQuick ? [2, 3, 1] : [5, 8, 3];
  const installation = await openBenchInstallation();
  const { createConnection } = await import("@/lib/connections/create-connection");
  const { createCampaign } = await import("@/lib/campaigns/create-campaign");
  const { sql, dataDir, databaseTime } = installation;
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Pay per call", source: "aria" });
  const { publicId, key } = await createConnection({ actor: "system", name: "Benchmark", campaignId, timeZone: "America/New_York" });
  const template = ariaTemplate({ apiKey: key, connectionId: publicId, recordingUrl: "http://127.0.0.1:9/{id}.mp3" });
  const floorServer = await startFloor();
  const application = await startApplication({ dataDir, worker: "off", environment: {} });
  const floor: MeasuredServer = { ...floorServer, databaseTime: async () => 0 };
  const ours: MeasuredServer = { pid: application.pid, url: `${application.url}/webhook/aria`, databaseTime };
  const comparison = await compareWithFloor({
    ...{ floor, ours, rounds, latencyRounds },
    load: { headers: {}, template, connections: CONNECTIONS, seconds },
  });
  await floorServer.stop();
  await application.stop();
  const { answered } = comparison;
  const [kept] = await sql<{ deliveries: number; outcomes: number }[]>`
    select (select count(*)::int from deliveries) as deliveries, (select count(*)::int from call_outcomes) as outcomes`;
  await installation.close();
  if (!kept || kept.deliveries < answered || kept.outcomes < answered)
    throw new Error(
      `${answered} deliveries were acknowledged, and ${kept?.deliveries} deliveries and ${kept?.outcomes} outcomes are there`,
    );
  return {
    figures: comparisonFigures(comparison),
    notes: [
      `${CONNECTIONS} connections, every request another call with all 36 fields; both read the same body. The door finds the key in it, takes it out, and writes delivery, call and outcome in one commit.`,
      `${answered} deliveries were acknowledged; afterwards ${kept.deliveries} deliveries and ${kept.outcomes} outcomes were in the database.`,
    ],
  };
}
