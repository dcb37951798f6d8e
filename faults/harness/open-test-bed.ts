import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "vitest";
import { startCluster } from "@/db/embedded/cluster";
import { findServer, stopServer } from "@/db/embedded/server-process";
import { createSender, type Sender } from "./create-sender";
import { type BrokenPromise, findBrokenPromises } from "./find-broken-promises";
import { freePort } from "./free-port";
import { type ProductProcess, runProcess } from "./run-process";
import type { Random } from "./seeded-random";
import { type Acknowledged, type Load, startLoad } from "./start-load";
import { startRecordingHost } from "./start-recording-host";
import { waitUntil } from "./wait-until";

const LOG_LINES = 40;
const START_WITHIN_MS = 60_000;
/** A process that was killed holds its calls for half a minute, and the sweep waits longer each time. */
const SETTLE_WITHIN_MS = 150_000;

/** The built application, serving. */
export type Application = ProductProcess & { origin: string; port: number; isReady: () => Promise<boolean> };

/** One installation of the product, with the platform that sends it calls and the host of their recordings. */
export type TestBed = Awaited<ReturnType<typeof openTestBed>>;

/** Makes an empty installation in a folder of its own. `close` ends every process that was started through it, its PostgreSQL too. */
export async function openTestBed() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "auditoria-fault-"));
  const databaseFolder = path.join(dataDir, "postgres");
  const logFile = `${dataDir}.log`;
  const host = await startRecordingHost();
  const processes: ProductProcess[] = [];
  const loads: Load[] = [];
  let sender: Promise<Sender> | null = null;

  const run = async (script: string, variables: Record<string, string>) => {
    const shared = { DATA_DIR: dataDir, RECORDING_ALLOW_HOSTS: host.allowHosts, TRANSCRIBER: "none", LOG_LEVEL: "warn" };
    const started = await runProcess({ script, logFile, variables: { ...shared, ...variables } });
    processes.push(started);
    return started;
  };

  /** The address of the PostgreSQL under the data folder, which is started when it does not run. */
  const databaseUrl = async () => (await startCluster({ folder: databaseFolder })).url;

  return {
    dataDir,
    host,
    databaseFolder,
    databaseUrl,
    /** What the application serves with; made once. Needs the schema, so an application must have started before. */
    sender: () => {
      sender ??= databaseUrl().then(createSender);
      return sender;
    },
    /** Resolves when it is ready for traffic. `port` is that of an application that was there before, whose clients look for it. */
    startApplication: async ({
      port,
      variables = {},
    }: {
      port?: number;
      variables?: Record<string, string>;
    } = {}): Promise<Application> => {
      const actualPort = port ?? (await freePort());
      const origin = `http://127.0.0.1:${actualPort}`;
      const started = await run("scripts/serve.ts", { PORT: String(actualPort), ...variables });
      const application = { ...started, origin, port: actualPort, isReady: () => isReady(origin) };
      await waitUntil({ what: "the application to be ready", withinMs: START_WITHIN_MS }, async () => {
        if (!started.isRunning()) throw new Error(`The application ended as it started:\n${await started.lastWords()}`);
        return isReady(origin);
      });
      return application;
    },
    startWorker: (variables: Record<string, string> = {}) => run("scripts/worker.ts", variables),
    startLoad: async (input: { origins: string[]; random: Random; firstNumber?: number }): Promise<Load> => {
      const load = startLoad({ ...input, host, sender: await (sender ?? Promise.reject(new Error("There is no sender yet."))) });
      loads.push(load);
      return load;
    },
    findBrokenPromises: async (acknowledged: Acknowledged[]): Promise<BrokenPromise[]> =>
      findBrokenPromises({
        databaseUrl: await databaseUrl(),
        dataDir,
        host,
        acknowledged,
        settleWithinMs: SETTLE_WITHIN_MS,
      }),
    /** For afterEach: what the processes said last, when a test failed. */
    explainFailure: async ({ task }: TestContext): Promise<void> => {
      if (task.result?.state !== "fail") return;
      process.stderr.write(
        `What the processes said last:\n${(await readFile(logFile, "utf8")).split("\n").slice(-LOG_LINES).join("\n")}\n`,
      );
    },
    close: async () => {
      await Promise.all(loads.map((load) => load.abandon()));
      await Promise.all(processes.map((process) => process.end()));
      const server = await findServer(databaseFolder);
      if (server) await stopServer({ folder: databaseFolder, pid: server.pid });
      await host.close();
      await rm(dataDir, { recursive: true, force: true });
      await rm(logFile, { force: true });
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );
}
