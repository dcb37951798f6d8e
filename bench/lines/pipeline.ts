import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { findFfmpeg } from "@/lib/recordings/decoding/find-ffmpeg";
import { countTasks } from "../harness/count-tasks";
import type { Figure, LineOptions, LineReport } from "../harness/line-report";
import { median } from "../harness/median";
import { type BenchInstallation, openBenchInstallation } from "../harness/open-bench-installation";
import { processorTime } from "../harness/processor-time";
import { sendCalls } from "../harness/send-calls";
import { type Application, startApplication } from "../harness/start-application";
import { startRecordingHost } from "../harness/start-recording-host";
import { waitUntil } from "../harness/wait-until";

/** A host gets four downloads at a time; so many hosts never hold the rest up. */
const PORTS = 16;
const MUST_PER_SECOND = 60;
const RUN_LIMIT_MS = 60_000;

type Run = { perSecond: number; applicationMs: number; databaseMs: number };

/** Calls a second from the first POST to the last task, with a recording of 1 MB each, while nothing else limits them. */
export async function measurePipeline({ isQuick }: LineOptions): Promise<LineReport> {
  const [count, rounds] = isQuick ? [150, 1] : [1_000, 3];
  const installation = await openBenchInstallation();
  const mp3Path = await makeMp3(installation.dataDir);
  const host = await startRecordingHost({ portCount: PORTS, ...(mp3Path ? { mp3Path } : {}) });
  const application = await startApplication({
    dataDir: installation.dataDir,
    environment: { RECORDING_ALLOW_HOSTS: host.allowHosts },
  });
  const run = (recordingPath: string, prefix: string, calls: number) =>
    measureRun({ installation, application, count: calls, prefix, recordingUrlOf: (number) => `${host.origin(number)}${recordingPath}` });

  const kinds = [
    { what: "1 MB WAV (8 kHz 16-bit mono, 62 s)", recordingPath: "/wav/8000/1/1000000/{id}", prefix: "wav", rounds, must: MUST_PER_SECOND },
    ...(mp3Path ? [{ what: "1 MB MP3 (64 kbit/s mono, 125 s)", recordingPath: "/mp3/{id}", prefix: "mp3", rounds: 1, must: null }] : []),
  ];
  const figures: Figure[] = [];
  for (const { what, recordingPath, prefix, rounds: runCount, must } of kinds) {
    await run(recordingPath, `${prefix}-warm`, isQuick ? 20 : 100);
    const runs: Run[] = [];
    for (let round = 0; round < runCount; round++)
      runs.push(await run(recordingPath, `${prefix}-${round}`, must === null ? count / 5 : count));
    figures.push(...figuresOf({ what, must, runs }));
  }
  await application.stop();
  await host.stop();
  await installation.close();
  return {
    figures,
    notes: [
      `${count} calls a run, posted as fast as they are taken in, from the first POST until the last task is committed; every recording is another file, on ${PORTS} hosts on loopback. Afterwards each call had its task and each recording its file's hash.`,
      `WORKER=inline: door, downloads, decoding and tasks share one process; PostgreSQL, the hosts and the sender share the cores with it.${mp3Path ? "" : " No MP3 was measured, since no ffmpeg is there to make one."}`,
    ],
  };
}

type RunInput = {
  installation: BenchInstallation;
  application: Application;
  count: number;
  prefix: string;
  recordingUrlOf: (number: number) => string;
};

async function measureRun({ installation, application, count, prefix, recordingUrlOf }: RunInput): Promise<Run> {
  const { sql, apiKey, campaignId, databaseTime } = installation;
  const before = await countTasks(sql);
  const times = { application: await processorTime(application.pid), database: await databaseTime() };
  const startedAt = performance.now();
  const sending = sendCalls({ url: application.url, apiKey, campaignId, recordingUrlOf, prefix, count });
  await Promise.all([
    sending,
    waitUntil(async () => (await countTasks(sql)) - before >= count, {
      everyMs: 25,
      limitMs: RUN_LIMIT_MS,
      otherwise: `not every call of ${count} had its task within ${RUN_LIMIT_MS / 1_000} s`,
    }),
  ]);
  const seconds = (performance.now() - startedAt) / 1_000;
  const [kept] = await sql<{ files: number }[]>`
    select count(distinct recordings.sha256)::int as files from tasks
    join calls on calls.id = tasks.call_id join recordings on recordings.id = tasks.recording_id
    where calls.external_id like ${`bench-${prefix}-%`}`;
  if (kept?.files !== count) throw new Error(`${count} calls have ${kept?.files} distinct recordings`);
  return {
    perSecond: count / seconds,
    applicationMs: (((await processorTime(application.pid)) - times.application) * 1_000) / count,
    databaseMs: (((await databaseTime()) - times.database) * 1_000) / count,
  };
}

function figuresOf({ what, must, runs }: { what: string; must: number | null; runs: Run[] }): Figure[] {
  const rate = median(runs.map(({ perSecond }) => perSecond));
  const cost = (name: string, values: number[]) => ({
    what: `processor time a call, ${name}`,
    must: "",
    measured: `${median(values).toFixed(1)} ms`,
    isMet: null,
    runs: values.map((value) => value.toFixed(1)).join(", "),
  });
  return [
    {
      what: `calls/s, ${what}`,
      must: must === null ? "" : `>= ${must}`,
      measured: rate.toFixed(1),
      isMet: must === null ? null : rate >= must,
      runs: runs.map(({ perSecond }) => perSecond.toFixed(1)).join(", "),
    },
    cost(
      "application",
      runs.map(({ applicationMs }) => applicationMs),
    ),
    cost(
      "PostgreSQL",
      runs.map(({ databaseMs }) => databaseMs),
    ),
  ];
}

/** An MP3 of 1 MB as ffmpeg makes it; null where there is none. */
async function makeMp3(folder: string): Promise<string | null> {
  const ffmpeg = await findFfmpeg();
  if (!ffmpeg) return null;
  const file = path.join(folder, "call.mp3");
  const sound = "anoisesrc=r=8000:a=0.3:c=pink:d=125,tremolo=f=4:d=0.9";
  await promisify(execFile)(ffmpeg, ["-v", "error", "-f", "lavfi", "-i", sound, "-ar", "8000", "-ac", "1", "-b:a", "64k", file]);
  return file;
}
