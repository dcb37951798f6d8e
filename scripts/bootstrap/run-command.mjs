import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";
import { say } from "./say.mjs";

const STILL_MS = 20_000;

/** Runs a command to its end with its output on standard error, says now and then that it still runs, and gives its exit status. */
export async function runCommand(command, args, { env = process.env, cwd = ROOT, doing } = {}) {
  const startedAt = Date.now();
  const reminder = doing && setInterval(() => say(`… still ${doing} (${Math.round((Date.now() - startedAt) / 1000)} s)`), STILL_MS);
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd, env, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
      child.once("error", reject).once("close", (exitCode) => resolve(exitCode ?? 1));
    });
  } finally {
    clearInterval(reminder);
  }
}
