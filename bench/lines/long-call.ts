import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { Sql } from "postgres";
import { ROOT } from "../../scripts/bootstrap/paths.mjs";
import { countTasks } from "../harness/count-tasks";
import { launchBrowser } from "../harness/launch-browser";
import type { Figure, LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { percentile } from "../harness/percentile";
import { type PageHeap, readHeap } from "../harness/read-heap";
import type { LongLine } from "../harness/seed-long-transcript";
import { seededRandom } from "../harness/seeded-random";
import { SEEK_KINDS, type Seek, seekInPage } from "../harness/seek-in-page";
import { sendCalls } from "../harness/send-calls";
import { setUpAdministrator } from "../harness/set-up-administrator";
import { signInAdministrator } from "../harness/sign-in-administrator";
import { startApplication } from "../harness/start-application";
import { startRecordingHost } from "../harness/start-recording-host";
import { waitUntil } from "../harness/wait-until";

const MUST_HEAP_MB = 150;
const MUST_SEEK_MS = 100;
const DURATION_SECONDS = 2 * 60 * 60;
const RATE = 8_000;
const CHANNELS = 2;
const WAV_HEADER_BYTES = 44;
const RECORDING_BYTES = DURATION_SECONDS * RATE * CHANNELS * 2 + WAV_HEADER_BYTES;
const TAKE_IN_LIMIT_MS = 120_000;
const WHEEL_PX = 1_500;
const WATCH_SEEK = path.join(ROOT, "bench/load/watch-seek.js");

/** The page of a call of two hours with its transcript: what it keeps in memory, and how soon it stands at another place. */
export async function measureLongCall({ isQuick }: LineOptions): Promise<LineReport> {
  const seeksOfKind = isQuick ? 4 : 20;
  const installation = await openBenchInstallation();
  const { sql, apiKey, campaignId, dataDir } = installation;
  const host = await startRecordingHost({ portCount: 1 });
  const { url, stop } = await startApplication({ dataDir, environment: { RECORDING_ALLOW_HOSTS: host.allowHosts } });
  const recordingUrlOf = (number: number) => `${host.origin(number)}/wav/${RATE}/${CHANNELS}/${RECORDING_BYTES}/{id}`;
  await sendCalls({ url, apiKey, campaignId, recordingUrlOf, prefix: "long", count: 1 });
  await waitUntil(async () => (await countTasks(sql)) >= 1, { everyMs: 100, limitMs: TAKE_IN_LIMIT_MS, otherwise: "the call got no task" });
  // Loaded now, since it connects to the database that was just found.
  const { seedLongTranscript } = await import("../harness/seed-long-transcript");
  const taskId = await findTask(sql);
  const lines = await seedLongTranscript({ taskId, durationSeconds: DURATION_SECONDS });

  const browser = await launchBrowser();
  await setUpAdministrator(browser, url);
  const state = await signInAdministrator(browser, url);
  const measured = await measurePage({ browser, state, address: `${url}/dashboard/tasks/${taskId}`, lines, seeksOfKind });
  const version = browser.version();
  await browser.close();
  await stop();
  await host.stop();
  await installation.close();
  return { figures: [...heapFigures(measured), ...seekFigures(measured)], notes: notesOf({ ...measured, version, lines }) };
}

type Measured = { heaps: { loaded: PageHeap; scrolled: PageHeap; sought: PageHeap }; seeks: Seek[] };
type MeasureInput = {
  browser: Browser;
  state: BrowserContextOptions["storageState"];
  address: string;
  lines: LongLine[];
  seeksOfKind: number;
};

async function measurePage({ browser, state, address, lines, seeksOfKind }: MeasureInput): Promise<Measured> {
  const context = await browser.newContext(state ? { storageState: state } : {});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript({ path: WATCH_SEEK });
  await page.goto(address, { waitUntil: "networkidle" });
  const loaded = await readHeap(session);
  await scrollThrough(page);
  const scrolled = await readHeap(session);
  await page.keyboard.press("k");
  await page.waitForFunction(() => (document.querySelector("audio")?.currentTime ?? 0) > 0.5);
  const random = seededRandom(11);
  const seeks: Seek[] = [];
  for (const kind of SEEK_KINDS) {
    // The transcript follows the sound until the reader scrolls, who else would not find the word.
    if (kind === "word") await page.mouse.wheel(0, -WHEEL_PX);
    for (let count = 0; count < seeksOfKind; count++) {
      seeks.push(await seekInPage({ page, kind, lines, durationSeconds: DURATION_SECONDS, random }));
    }
  }
  const sought = await readHeap(session);
  await context.close();
  return { heaps: { loaded, scrolled, sought }, seeks };
}

/** From the first line to the last by the wheel, each part drawn. */
async function scrollThrough(page: Page): Promise<void> {
  await page.locator("section:has(> audio) ol > li").first().hover();
  const last = page.locator("section:has(> audio) ol > li").last();
  const isAtEnd = () => last.evaluate((item) => item.getBoundingClientRect().top < window.innerHeight);
  while (!(await isAtEnd())) {
    await page.mouse.wheel(0, WHEEL_PX);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

async function findTask(sql: Sql): Promise<string> {
  const [task] = await sql<{ id: string; seconds: number }[]>`
    select tasks.id, recordings.duration_seconds::float as seconds from tasks join recordings on recordings.id = tasks.recording_id`;
  if (!task || Math.round(task.seconds) !== DURATION_SECONDS) throw new Error(`The recording is ${task?.seconds} s long.`);
  return task.id;
}

function heapFigures({ heaps: { loaded, scrolled, sought } }: Measured): Figure[] {
  const used = [loaded, scrolled, sought].map(({ usedMb }) => usedMb);
  const worst = Math.max(...used);
  const [atFirst, then, atLast] = used.map((megabytes) => megabytes.toFixed(1));
  const beside = [loaded, scrolled, sought].map(({ embedderMb }) => embedderMb);
  return [
    {
      what: "page heap, at its largest",
      must: `< ${MUST_HEAP_MB} MB`,
      measured: `${worst.toFixed(1)} MB`,
      isMet: worst < MUST_HEAP_MB,
      runs: `${atFirst} loaded, ${then} scrolled through, ${atLast} after all seeks`,
    },
    {
      what: "the document's own objects, beside it",
      must: "",
      measured: `${Math.max(...beside).toFixed(1)} MB`,
      isMet: null,
      runs: beside.map((megabytes) => megabytes.toFixed(1)).join(", "),
    },
  ];
}

function seekFigures({ seeks }: Measured): Figure[] {
  const shown = seeks.map(({ shownMs }) => shownMs);
  const p95 = percentile(shown, 0.95);
  const ofKind = SEEK_KINDS.map((kind) => {
    const times = seeks.filter((seek) => seek.kind === kind).map(({ shownMs }) => shownMs);
    return `${kind}: p50 ${whole(percentile(times, 0.5))}, p95 ${whole(percentile(times, 0.95))}, max ${whole(Math.max(...times))}`;
  });
  const followed = seeks.filter(({ kind }) => kind !== "word").map(({ inViewMs }) => inViewMs ?? Number.POSITIVE_INFINITY);
  return [
    {
      what: "seek, p95",
      must: `< ${MUST_SEEK_MS} ms`,
      measured: `${whole(p95)} ms`,
      isMet: p95 < MUST_SEEK_MS,
      runs: ofKind.join("; "),
    },
    {
      what: "of it until the sound is there, p95",
      must: "",
      measured: `${whole(
        percentile(
          seeks.map(({ soundMs }) => soundMs),
          0.95,
        ),
      )} ms`,
      isMet: null,
      runs: `p50 ${whole(
        percentile(
          seeks.map(({ soundMs }) => soundMs),
          0.5,
        ),
      )}`,
    },
    {
      what: "until the line has scrolled into view, p95",
      must: "",
      measured: `${whole(percentile(followed, 0.95))} ms`,
      isMet: null,
      runs: `p50 ${whole(percentile(followed, 0.5))}, max ${whole(Math.max(...followed))}`,
    },
  ];
}

function notesOf({ heaps: { sought }, seeks, version, lines }: Measured & { version: string; lines: LongLine[] }): string[] {
  const wordCount = lines.reduce((sum, { words }) => sum + words.length, 0);
  return [
    `Chromium ${version.split(".")[0]} without a window, the application on loopback; a WAV of ${whole(RECORDING_BYTES / 1_000_000)} MB (8 kHz stereo, 16 bits, two hours) that came in by a webhook, and a transcript of ${lines.length} lines and ${wordCount} words with their times.`,
    `Page heap is what V8 has in use after its garbage is collected. After all seeks it holds ${sought.totalMb.toFixed(1)} MB for it and ${sought.buffersMb.toFixed(1)} MB of buffers; the elements and styles of the document are Blink's and counted by themselves. 1 MB is 1,000,000 bytes.`,
    `${seeks.length} seeks while the call plays, a third each by a press on the slider, by the keys of the tenths and by a click on a word, to random places of all two hours. Measured in the page, from the press as the browser dates it until the audio element has sought, and the next frame has the needle and the marked line at the place.`,
    "After a press on the slider or a key the transcript jumps to the line that is said, and the table tells when that is in the window. A word that is clicked is there already.",
  ];
}

function whole(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value)) : "never";
}
