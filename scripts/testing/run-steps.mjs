import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApplication } from "../bootstrap/build-application.mjs";
import { installChromium } from "../bootstrap/install-chromium.mjs";
import { PINNED_NODE, ROOT } from "../bootstrap/paths.mjs";
import { runCommand } from "../bootstrap/run-command.mjs";
import { say } from "../bootstrap/say.mjs";

const folder = (name) => path.join(ROOT, "node_modules", name);
/** Biome colours what it writes to a file too. */
const PLAINLY = process.stderr.isTTY ? [] : ["--colors=off"];
const REPORTS = mkdtempSync(path.join(tmpdir(), "auditoria-reports-"));

/** Runs all that is tested, adding to `total`. What can't run because something before it failed is not counted; what failed is. */
export async function runSteps(total) {
  try {
    await check(total, "Format and lint", ["@biomejs/biome/bin/biome", "ci", "--error-on-warnings", ...PLAINLY, "."]);
    await check(total, "Route types", ["next/dist/bin/next", "typegen"]);
    await check(total, "Types", ["typescript/bin/tsc", "--noEmit"]);
    await vitest(total, "Tests", []);
    await step(total, "Build", () => buildApplication());
    await step(total, "Tests in a browser", () => playwright(total));
    await vitest(total, "Tests that kill", ["--config", "vitest.faults.config.ts"]);
  } finally {
    rmSync(REPORTS, { recursive: true, force: true });
  }
}

async function check(total, title, [script, ...args]) {
  await step(total, title, async () => {
    const exitCode = await run([folder(script), ...args]);
    if (exitCode !== 0) throw new Error(`${title}: ended with status ${exitCode}.`);
  });
}

/** A failure is said and counted, and the next step runs all the same. */
async function step(total, title, action) {
  say(`\n— ${title}`);
  try {
    await action();
  } catch (error) {
    say(error.message);
    total.failed += 1;
  }
}

async function vitest(total, title, args) {
  const report = path.join(REPORTS, `${title}.json`);
  await step(total, title, async () => {
    const exitCode = await run([
      folder("vitest/vitest.mjs"),
      "run",
      ...args,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    const { numPassedTests, numFailedTests } = readReport({ title, report, exitCode });
    add(total, { title, passed: numPassedTests, failed: numFailedTests, exitCode });
  });
}

async function playwright(total) {
  const report = path.join(REPORTS, "browser.json");
  const env = { CHROMIUM_PATH: await installChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const exitCode = await run([folder("@playwright/test/cli.js"), "test", "--reporter=list,json", "--pass-with-no-tests"], env);
  const { stats } = readReport({ title: "Tests in a browser", report, exitCode });
  add(total, { title: "Tests in a browser", passed: stats.expected, failed: stats.unexpected + stats.flaky, exitCode });
}

/** A runner that ended before its first test writes no report. */
function readReport({ title, report, exitCode }) {
  if (!existsSync(report)) throw new Error(`${title}: ended with status ${exitCode} before any test ran.`);
  return JSON.parse(readFileSync(report, "utf8"));
}

/** A runner that failed without a failed test, in its set-up for instance, counts as one. */
function add(total, { title, passed, failed, exitCode }) {
  total.passed += passed;
  total.failed += failed;
  if (exitCode !== 0 && failed === 0) throw new Error(`${title}: ended with status ${exitCode}.`);
}

/** Without the installation's own variables: tests must not touch a database that somebody works with. */
function run(args, variables = {}) {
  const colours = process.stderr.isTTY ? {} : { NO_COLOR: "1" };
  const env = { ...process.env, ...colours, NEXT_TELEMETRY_DISABLED: "1", ...variables };
  for (const name of ["DATABASE_URL", "DATA_DIR", "PORT", "PUBLIC_URL", "NODE_ENV"]) delete env[name];
  return runCommand(PINNED_NODE, args, { env });
}
