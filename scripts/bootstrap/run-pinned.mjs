import { spawn } from "node:child_process";
import { optionsForScripts, PINNED_NODE, ROOT } from "./paths.mjs";

const PARENT_POLL_MS = 500;

/**
 * Runs a TypeScript file of this project on the pinned Node.js, with variables from .env where they are not set.
 * Passes signals on and ends as it ended. The child hears of our own end, however it comes, by the channel between us.
 */
export function runPinned(file, args, { mode = "production" } = {}) {
  const child = spawn(PINNED_NODE, [...optionsForScripts(), file, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.once("error", (error) => {
    process.stderr.write(`${PINNED_NODE} could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.once("exit", (exitCode, signal) => {
    if (!signal) process.exit(exitCode ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * npm passes signals on, since the scripts of package.json take the place of its shell (exec). A killed npm passes nothing on, nor does one
 * that keeps a shell between: without this the child would run on.
 */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), PARENT_POLL_MS);
  child.once("exit", () => clearInterval(timer));
}
