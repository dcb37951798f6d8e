import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { ROOT } from "./paths.mjs";

test("whoever ends npm ends what npm runs, and not only the shell between them", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "run-pinned-"));
  const served = path.join(folder, "served.mjs");
  await writeFile(served, "console.log(process.pid); setInterval(() => undefined, 1000);");
  const code = `import { runPinned } from ${JSON.stringify(path.join(ROOT, "scripts/bootstrap/run-pinned.mjs"))}; runPinned(${JSON.stringify(served)}, []);`;
  await writeFile(path.join(folder, "start.mjs"), code);
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ scripts: { start: "node start.mjs" } }));
  const npm = spawn("npm", ["start", "--silent"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(createInterface(npm.stdout), "line");
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  npm.kill("SIGTERM");
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  await rm(folder, { recursive: true });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
