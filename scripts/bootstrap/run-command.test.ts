import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

test("whoever ends a start while it installs or builds ends what it runs for that, and it ends last", async () => {
  const command =
    'process.on("SIGTERM", () => { console.error("over"); process.exit(7); }); setInterval(() => {}, 1000); console.error("ready");';
  const code = `
    import { runCommand } from ${JSON.stringify(path.join(import.meta.dirname, "run-command.mjs"))};
    await runCommand(process.execPath, ["-e", ${JSON.stringify(command)}]);
    console.error("went on");`;
  const start = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "ignore", "pipe"] });
  const said: string[] = [];
  const lines = createInterface(start.stderr);
  lines.on("line", (line) => said.push(line));
  await once(lines, "line");
  const ended = Promise.all([once(start, "exit"), once(lines, "close")]);
  start.kill("SIGTERM");
  const [exit] = await ended;
  expect(exit).toEqual([null, "SIGTERM"]);
  expect(said.slice(1)).toEqual(["over"]);
});
