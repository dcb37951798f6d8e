import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { findServer } from "@/db/embedded/server-process";
import { env } from "@/lib/env";
import { ROOT } from "../../scripts/bootstrap/paths.mjs";
import { childEnvironment } from "../harness/child-environment";
import { freePort } from "../harness/free-port";
import { isAnswering } from "../harness/is-answering";
import type { LineOptions, LineReport } from "../harness/line-report";
import { median } from "../harness/median";
import { waitUntil } from "../harness/wait-until";

const MUST_SECONDS = 5;
const LIMIT_MS = 60_000;

type Start = { healthSeconds: number; pageSeconds: number };

/** Seconds from `npm start` on a built tree to the first 200, with PostgreSQL started by it each time. */
export async function measureStart({ isQuick }: LineOptions): Promise<LineReport> {
  const dataDir = path.join(env.DATA_DIR, "installation");
  await mkdir(dataDir);
  const first = await measureOne(dataDir);
  const starts: Start[] = [];
  for (let round = 0; round < (isQuick ? 2 : 5); round++) starts.push(await measureOne(dataDir));
  const figure = (what: string, values: number[]) => ({
    what,
    must: `< ${MUST_SECONDS} s`,
    measured: `${median(values).toFixed(2)} s`,
    isMet: median(values) < MUST_SECONDS,
    runs: values.map((value) => value.toFixed(2)).join(", "),
  });
  return {
    figures: [
      figure(
        "`npm start` to the first 200 of /api/health",
        starts.map(({ healthSeconds }) => healthSeconds),
      ),
      figure(
        "`npm start` to the start page",
        starts.map(({ pageSeconds }) => pageSeconds),
      ),
      {
        what: "the very first start: PostgreSQL made, schema migrated",
        must: "",
        measured: `${first.healthSeconds.toFixed(2)} s`,
        isMet: null,
        runs: `start page ${first.pageSeconds.toFixed(2)}`,
      },
    ],
    notes: ["From the start of npm, on a built tree, with the embedded PostgreSQL stopped before each start."],
  };
}

async function measureOne(dataDir: string): Promise<Start> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    env: childEnvironment({ DATA_DIR: dataDir, PORT: String(port) }),
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const firstAnswer = async (address: string) => {
    const isThere = () => {
      if (child.exitCode !== null) throw new Error(`npm start ended with status ${child.exitCode}`);
      return isAnswering(address);
    };
    await waitUntil(isThere, { everyMs: 10, limitMs: LIMIT_MS, otherwise: `${address} did not answer in time` });
    return (performance.now() - startedAt) / 1_000;
  };
  const healthSeconds = await firstAnswer(`${url}/api/health`);
  const pageSeconds = await firstAnswer(url);
  child.kill("SIGTERM");
  await ended;
  // npm is gone before the application is, which stops PostgreSQL last of all.
  await waitUntil(async () => (await findServer(path.join(dataDir, "postgres"))) === null, {
    everyMs: 50,
    limitMs: LIMIT_MS,
    otherwise: "the application did not end in time",
  });
  return { healthSeconds, pageSeconds };
}
