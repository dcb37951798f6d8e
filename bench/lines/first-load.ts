import type { BrowserContextOptions } from "@playwright/test";
import type { Sql } from "postgres";
import { countTasks } from "../harness/count-tasks";
import { launchBrowser } from "../harness/launch-browser";
import type { Figure, LineOptions, LineReport } from "../harness/line-report";
import { type LoadedPage, loadPage } from "../harness/load-page";
import { makeQualityWork, type QualityPlaces } from "../harness/make-quality-work";
import { median } from "../harness/median";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { sendCalls } from "../harness/send-calls";
import { sendOutcomes } from "../harness/send-outcomes";
import { setUpAdministrator } from "../harness/set-up-administrator";
import { signInAdministrator } from "../harness/sign-in-administrator";
import { startApplication } from "../harness/start-application";
import { startRecordingHost } from "../harness/start-recording-host";
import { waitUntil } from "../harness/wait-until";

const MUST_KB = 260;
const MUST_PAINT_MS = 1_500;
const CALLS = 30;

/** Compressed script and largest contentful paint of each page, as Chromium with an empty cache loads it over Fast 4G, signed in for real. */
export async function measureFirstLoad({ isQuick }: LineOptions): Promise<LineReport> {
  const rounds = isQuick ? 1 : 2;
  const installation = await openBenchInstallation();
  const { sql, apiKey, campaignId, dataDir } = installation;
  const host = await startRecordingHost({ portCount: 4 });
  const { url, stop } = await startApplication({ dataDir, environment: { RECORDING_ALLOW_HOSTS: host.allowHosts } });
  const recordingUrlOf = (number: number) => `${host.origin(number)}/wav/8000/1/1000000/{id}`;
  await sendCalls({ url, apiKey, campaignId, recordingUrlOf, prefix: "page", count: CALLS });
  await waitUntil(async () => (await countTasks(sql)) >= CALLS, { everyMs: 100, limitMs: 30_000, otherwise: "calls got no tasks" });
  const payPerCallId = await sendOutcomes({ url, count: CALLS });

  const browser = await launchBrowser();
  const figures: Figure[] = [];
  const measure = async (name: string, path: string, state: BrowserContextOptions["storageState"]) => {
    const pages: LoadedPage[] = [];
    for (let round = 0; round < rounds; round++) pages.push(await loadPage({ browser, url: `${url}${path}`, state }));
    figures.push(...figuresOf({ name, path, pages }));
  };
  await measure("set-up", "/setup", undefined);
  await setUpAdministrator(browser, url);
  await measure("sign-in", "/sign-in", undefined);
  const state = await signInAdministrator(browser, url);
  const quality = await makeQualityWork({ campaignId });
  for (const [name, path] of Object.entries(await findPlaces(sql, { campaignId, payPerCallId, quality }))) await measure(name, path, state);
  const version = browser.version();
  await browser.close();
  await stop();
  await host.stop();
  await installation.close();
  return {
    figures,
    notes: [
      `Chromium ${version.split(".")[0]}, an empty cache for each load, Fast 4G as its tools define it (165 ms, 9 Mbit/s down at 90 %), no slower processor; the application on loopback with ${CALLS} tasks.`,
      "Script is all that came over the wire as script until the page asked for nothing for a second, with headers and with what the page fetched ahead; 1 kB is 1,000 bytes.",
    ],
  };
}

/** Every page of the dashboard by its name in the report. */
async function findPlaces(
  sql: Sql,
  { campaignId, payPerCallId, quality }: { campaignId: number; payPerCallId: number; quality: QualityPlaces },
): Promise<Record<string, string>> {
  const [made] = await sql<Record<"taskId" | "callId" | "operatorId" | "deliveryId" | "userId", string>[]>`
    select (select id from tasks order by id desc limit 1) as "taskId", (select id from operators limit 1) as "operatorId",
      (select id from calls where recording_status <> 'stored' order by id desc limit 1) as "callId",
      (select id from deliveries order by id desc limit 1) as "deliveryId",
      (select id from users limit 1) as "userId"`;
  const campaign = `/dashboard/campaigns/${campaignId}`;
  return {
    overview: "/dashboard",
    tasks: "/dashboard/tasks",
    "a task": `/dashboard/tasks/${made?.taskId}`,
    "calls without a recording": "/dashboard/calls",
    "a call without a recording": `/dashboard/calls/${made?.callId}`,
    jobs: "/dashboard/jobs",
    operators: "/dashboard/operators",
    "an operator": `/dashboard/operators/${made?.operatorId}`,
    "a new operator": "/dashboard/operators/new",
    "likely duplicates": "/dashboard/operators/duplicates",
    "merging operators": `/dashboard/operators/merge?source=${made?.operatorId}`,
    campaigns: "/dashboard/campaigns",
    "a new campaign": "/dashboard/campaigns/new",
    "a campaign": campaign,
    "a campaign's audio sources": `${campaign}/audio-sources`,
    "a pay-per-call campaign's audio sources": `/dashboard/campaigns/${payPerCallId}/audio-sources`,
    "a campaign's speech": `${campaign}/speech`,
    "a campaign's scorecard": `${campaign}/scorecard`,
    "a campaign's tags": `${campaign}/tags`,
    "a campaign's members": `${campaign}/members`,
    "a campaign's health": `${campaign}/health`,
    "the reception log": "/dashboard/reception",
    "a delivery": `/dashboard/reception/${made?.deliveryId}`,
    "correcting a delivery": `/dashboard/reception/${made?.deliveryId}/fix`,
    "replaying what was refused": "/dashboard/reception/replay",
    "requests without a valid key": "/dashboard/reception/unauthorized",
    audits: "/dashboard/audits",
    "an audit without a recording": `/dashboard/audits/${quality.manualAuditId}`,
    "a new audit": "/dashboard/audits/new",
    assignments: "/dashboard/assignments",
    "a sample": `/dashboard/assignments/${quality.sampleId}`,
    "a new sample": "/dashboard/assignments/new",
    disputes: "/dashboard/disputes",
    "a dispute": `/dashboard/disputes/${quality.disputeId}`,
    "the quality report": "/dashboard/reports/quality",
    calibration: "/dashboard/reports/quality/calibration",
    "the outcome report": "/dashboard/reports/outcomes",
    "the calls behind a number": "/dashboard/reports/outcomes/calls",
    "speech models": "/dashboard/settings/speech",
    people: "/dashboard/settings/people",
    "a new person": "/dashboard/settings/people/new",
    "a person": `/dashboard/settings/people/${made?.userId}`,
    "API keys": "/dashboard/settings/api-keys",
    "the audit log": "/dashboard/settings/audit-log",
    "one's account": "/dashboard/account",
  };
}

function figuresOf({ name, path, pages }: { name: string; path: string; pages: LoadedPage[] }): Figure[] {
  const wrong = pages.find((page) => page.status !== 200 || page.path !== path.split("?")[0]);
  if (wrong) return [{ what: name, must: "", measured: `answered ${wrong.status} at ${wrong.path}`, isMet: false, runs: "" }];
  const kilobytes = pages.map(({ scriptBytes }) => scriptBytes / 1_000);
  const paints = pages.map(({ largestPaintMs }) => largestPaintMs);
  return [
    {
      what: `${name}: script`,
      must: `< ${MUST_KB} kB`,
      measured: `${Math.round(median(kilobytes))} kB`,
      isMet: median(kilobytes) < MUST_KB,
      runs: `${median(pages.map(({ scriptCount }) => scriptCount))} files`,
    },
    {
      what: `${name}: largest contentful paint`,
      must: `< ${MUST_PAINT_MS / 1_000} s`,
      measured: `${(median(paints) / 1_000).toFixed(2)} s`,
      isMet: median(paints) < MUST_PAINT_MS,
      runs: paints.map((paint) => (paint / 1_000).toFixed(2)).join(", "),
    },
  ];
}
