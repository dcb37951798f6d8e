import { spawn } from "node:child_process";
import { optionsForScripts, PINNED_NODE, ROOT } from "./paths.mjs";

/**
 * Runs a TypeScript file of this project on the pinned Node.js, in production mode, with variables from .env where they are not set.
 * Passes signals on and ends as it ended. The child hears of our own end, however it comes, by the channel between us.
 */
export function runPinned(file, args) {
  const child = spawn(PINNED_NODE, [...optionsForScripts(), file, ...args], {
    cwd: ROOT,
    env: { NODE_ENV: "production", ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
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
