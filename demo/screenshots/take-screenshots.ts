/**
 * `npm run docs:screenshots [-- --only NAME,NAME] [--out FOLDER]`: pictures of every page for docs/, from an installation that is made for
 * them and thrown away. It is the same Friday afternoon in every run.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { explainFailure } from "@/scripts/serving/explain-failure";
import { onEndRequest } from "@/scripts/serving/on-end-request";
import { openRecordingServer } from "../open-recording-server";
import { clockOffsetMs, moveClock } from "./move-clock";
import { PAGES } from "./pages";

const NOW = new Date("2026-11-20T14:20:00-03:00");
const TIME_ZONE = "America/Argentina/Buenos_Aires";
const PUBLIC_URL = "https://calls.example.com";
const SHOWN_ORIGIN = "https://recordings.example.com";

const ending = onEndRequest();
const dataDir = await mkdtemp(path.join(tmpdir(), "auditoria-screenshots-"));
let exitCode = 0;
try {
  const { values } = parseArgs({ options: { only: { type: "string" }, out: { type: "string", default: "docs/screenshots" } } });
  const pages = chosenPages(values.only);
  const recordings = await openRecordingServer();
  // Blank: an installation that somebody works with, named in .env, has no part in this.
  Object.assign(process.env, { DATABASE_URL: "", STORAGE: "", WORKER: "", INNGEST_BASE_URL: "", TRANSCRIBER: "none" });
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: "0", PUBLIC_URL, TIME_ZONE, LOG_LEVEL: "error" });
  process.env.RECORDING_ALLOW_HOSTS = `127.0.0.1:${recordings.port}`;
  moveClock(NOW);

  // Loaded once the environment and the clock are those of the pictures.
  const { startServing } = await import("@/scripts/serving/start-serving");
  const serving = await startServing({ signal: ending.signal });
  try {
    const { moveDatabaseClock } = await import("./move-database-clock");
    const { fillInstallation } = await import("./fill-installation");
    const { sendDay } = await import("./send-day");
    const { sendPayPerCall } = await import("./send-pay-per-call");
    const { settleTimes } = await import("./settle-times");
    const { findPlaces } = await import("./find-places");
    const { writeDownCall } = await import("./write-down-call");
    const { auditByMachine } = await import("./audit-by-machine");
    const { photograph } = await import("./photograph");
    const { createSessionToken } = await import("@/lib/auth/session-token");
    const { sessionCookie } = await import("@/lib/auth/session-cookie");
    await moveDatabaseClock(clockOffsetMs());
    const filled = await fillInstallation({ now: NOW });
    const [service = 0, sales = 0] = filled.campaignIds;
    const recordingOrigin = `http://127.0.0.1:${recordings.port}`;
    await sendDay({
      server: recordings.server,
      recordingOrigin,
      webhookUrl: `http://127.0.0.1:${serving.port}/webhook/anura`,
      apiKey: filled.apiKey,
      campaignIds: { service, sales },
      timeZone: TIME_ZONE,
      now: NOW,
    });
    await sendPayPerCall({
      ...filled.payPerCall,
      server: recordings.server,
      recordingOrigin,
      webhookUrl: `http://127.0.0.1:${serving.port}/webhook/aria`,
      now: NOW,
    });
    await settleTimes({ now: NOW, recordingOrigin, shownOrigin: SHOWN_ORIGIN });
    const places = await findPlaces(filled);
    await writeDownCall({ taskId: places.taskId });
    await auditByMachine({ viewer: { ...filled.viewer, role: "admin", campaignIds: [], operatorId: null }, taskId: places.taskId });
    await photograph({
      pages,
      places,
      origin: `http://localhost:${serving.port}`,
      cookies: {
        administrator: { name: sessionCookie.name, value: await createSessionToken(filled.viewer) },
        agent: { name: sessionCookie.name, value: await createSessionToken(filled.agent) },
      },
      folder: path.resolve(values.out),
      now: NOW,
    });
  } finally {
    await serving.stop();
    recordings.server.close();
  }
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  exitCode = 1;
}
await rm(dataDir, { recursive: true, force: true });
process.exit(exitCode);

/** Those named in a list with commas; all without one. */
function chosenPages(names: string | undefined) {
  if (names === undefined) return PAGES;
  return names.split(",").map((name) => {
    const page = PAGES.find((known) => known.name === name);
    if (!page) throw new Error(`There is no page ${name}. There are: ${PAGES.map((known) => known.name).join(", ")}.`);
    return page;
  });
}
