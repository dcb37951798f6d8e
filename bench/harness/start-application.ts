import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import path from "node:path";
import { optionsForScripts, PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";
import { childEnvironment } from "./child-environment";
import { endProcess } from "./end-process";
import { freePort } from "./free-port";
import { isAnswering } from "./is-answering";
import { waitUntil } from "./wait-until";

const START_LIMIT_MS = 60_000;

/** The built application in a process of its own. */
export type Application = { url: string; pid: number; stop: () => Promise<void> };

type StartInput = { dataDir: string; worker?: "inline" | "off"; environment?: Record<string, string>; nodeOptions?: string[] };

/** Starts the built application as `npm start` does once everything is installed and built, and waits until it takes traffic. */
export async function startApplication({
  dataDir,
  worker = "inline",
  environment = {},
  nodeOptions = [],
}: StartInput): Promise<Application> {
  const port = await freePort();
  const logFile = path.join(dataDir, "application.log");
  const log = openSync(logFile, "a");
  const child = spawn(PINNED_NODE, [...nodeOptions, ...optionsForScripts(), "scripts/serve.ts"], {
    cwd: ROOT,
    env: childEnvironment({ DATA_DIR: dataDir, PORT: String(port), WORKER: worker, TRANSCRIBER: "none", ...environment }),
    // The channel tells the application when the benchmark dies.
    stdio: ["ignore", log, log, "ipc"],
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntil(
      () => {
        if (child.exitCode !== null) throw new Error(`The application ended with status ${child.exitCode}; ${logFile} says why.`);
        return isAnswering(`${url}/api/health`);
      },
      { everyMs: 50, limitMs: START_LIMIT_MS, otherwise: `The application did not become healthy; ${logFile} says why.` },
    );
  } catch (error) {
    await endProcess(child);
    throw error;
  }
  if (child.pid === undefined) throw new Error("The application has no process.");
  return { url, pid: child.pid, stop: () => endProcess(child) };
}
