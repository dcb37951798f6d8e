import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { clusterAddress } from "@/db/embedded/cluster-address";

const ROOT = path.resolve(import.meta.dirname, "../..");
const LOG_FILE = path.join(ROOT, "test-results/application.log");
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 60_000;
const RECORDING_PORTS = 3;

/**
 * Starts the built application as `npm start` does, on a free port with an empty data folder, for all tests in a browser. They find it by
 * E2E_BASE_URL, its database by E2E_DATABASE_URL, its files by E2E_DATA_DIR, and may serve recordings from 127.0.0.1 at each port of
 * E2E_RECORDING_PORTS, which it is allowed to fetch from. Its language model is asked at E2E_MODEL_PORT, where nobody answers but for a test.
 */
export default async function startApplication(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "auditoria-e2e-"));
  const [port, modelPort, ...recordingPorts] = await freePorts(2 + RECORDING_PORTS);
  const baseUrl = `http://localhost:${port}`;
  const child = await start({ port: Number(port), modelPort: Number(modelPort), dataDir, recordingPorts });
  await waitUntilReady({ baseUrl, child });
  Object.assign(process.env, {
    E2E_BASE_URL: baseUrl,
    E2E_DATA_DIR: dataDir,
    E2E_DATABASE_URL: await clusterAddress(path.join(dataDir, "postgres")),
    E2E_RECORDING_PORTS: recordingPorts.join(","),
    E2E_MODEL_PORT: String(modelPort),
  });
  return async () => {
    const exitCode = await stop(child);
    await rm(dataDir, { recursive: true, force: true });
    if (exitCode !== 0) throw new Error(`The application ended with status ${exitCode}; ${LOG_FILE} says why.`);
  };
}

async function start({
  port,
  modelPort,
  dataDir,
  recordingPorts,
}: {
  port: number;
  modelPort: number;
  dataDir: string;
  recordingPorts: number[];
}): Promise<ChildProcess> {
  await mkdir(path.dirname(LOG_FILE), { recursive: true });
  const log = await open(LOG_FILE, "w");
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    stdio: ["ignore", log.fd, log.fd],
    env: {
      ...process.env,
      // Blank rather than absent: a file .env of whoever works here fills in what is absent.
      ...{ DATABASE_URL: "", PUBLIC_URL: "", STORAGE: "", WORKER: "", TIME_ZONE: "", INNGEST_BASE_URL: "", SMTP_URL: "" },
      // Models are not fetched, and what a task's status is does not depend on how quick a machine hears.
      TRANSCRIBER: "none",
      LLM_BASE_URL: `http://127.0.0.1:${modelPort}`,
      LLM_MODEL: "stand-in",
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: dataDir,
      RECORDING_ALLOW_HOSTS: recordingPorts.map((allowed) => `127.0.0.1:${allowed}`).join(","),
    },
  });
  await log.close();
  return child;
}

async function waitUntilReady({ baseUrl, child }: { baseUrl: string; child: ChildProcess }): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const isReady = await fetch(`${baseUrl}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The application did not become ready:\n${await readFile(LOG_FILE, "utf8")}`);
    await wait(100);
  }
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exited = once(child, "exit", { signal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
  child.kill("SIGTERM");
  await exited;
  return child.exitCode;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return address !== null && typeof address === "object" ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
