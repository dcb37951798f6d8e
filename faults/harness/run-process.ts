import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";

/** How a process ended. */
export type ProcessEnd = { exitCode: number | null; signal: string | null };

/** A process of the built application, whose death is ours to choose. */
export type ProductProcess = {
  pid: number;
  isRunning: () => boolean;
  /** kill -9: the process itself gets no chance to do anything. */
  kill: () => Promise<void>;
  /** Asks it to end as `kill` without options does, and tells how it did. */
  end: () => Promise<ProcessEnd>;
  /** What it said last, for the message of a test that fails. */
  lastWords: () => Promise<string>;
};

type RunProcessInput = { script: string; variables: Record<string, string>; logFile: string };

/** Runs a script on the pinned Node.js as `npm start` and `npm run worker` do, with nothing of our own environment but what it is given. */
export async function runProcess({ script, variables, logFile }: RunProcessInput): Promise<ProductProcess> {
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = await open(logFile, "a");
  const child = spawn(PINNED_NODE, ["--import", "tsx", script], {
    cwd: ROOT,
    env: {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      ...variables,
    },
    // The channel tells it of our own end, however that comes.
    stdio: ["ignore", log.fd, log.fd, "ipc"],
  });
  await once(child, "spawn");
  await log.close();
  const ended = once(child, "exit");
  return {
    pid: child.pid ?? 0,
    isRunning: () => isRunning(child),
    kill: async () => {
      if (isRunning(child)) child.kill("SIGKILL");
      await ended;
    },
    end: async () => {
      if (isRunning(child)) child.kill("SIGTERM");
      await ended;
      return { exitCode: child.exitCode, signal: child.signalCode };
    },
    lastWords: async () => (await readFile(logFile, "utf8")).split("\n").slice(-15).join("\n"),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
