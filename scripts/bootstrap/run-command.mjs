import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";
import { say } from "./say.mjs";

const STILL_MS = 20_000;
const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a command to its end with its output on standard error, says now and then that it still runs, and gives its exit status. When this
 * process is told to end meanwhile, the command is told too, and this process ends after it: nothing goes on behind the next start's back.
 */
export async function runCommand(command, args, { env = process.env, cwd = ROOT, doing } = {}) {
  const startedAt = Date.now();
  const reminder = doing && setInterval(() => say(`… still ${doing} (${Math.round((Date.now() - startedAt) / 1000)} s)`), STILL_MS);
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  let ending = null;
  const pass = (signal) => {
    ending = signal;
    child.kill(signal);
  };
  for (const signal of ENDINGS) process.on(signal, pass);
  try {
    return await new Promise((resolve, reject) => child.once("error", reject).once("close", (exitCode) => resolve(exitCode ?? 1)));
  } finally {
    clearInterval(reminder);
    for (const signal of ENDINGS) process.off(signal, pass);
    if (ending) process.kill(process.pid, ending);
  }
}
