/**
 * `npm run bench`: measures every line and writes the figures into BENCHMARKS.md. `-- --only LINE` (any number of times) measures those
 * alone, `--quick` measures shortly and prints without writing, `--date YYYY-MM-DD` is written instead of today's date.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { buildApplication } from "../scripts/bootstrap/build-application.mjs";
import { ROOT } from "../scripts/bootstrap/paths.mjs";
import { buildFloor } from "./harness/build-floor";
import { renderLineReport } from "./harness/line-report";
import { machineFacts } from "./harness/machine-facts";
import { runLine } from "./harness/run-line";
import { writeSection } from "./harness/write-section";
import { LINES } from "./lines";

/** The whole run ends within this, what it builds included: a line that finds less time left than it needs is reported as failed. */
const RUN_LIMIT_SECONDS = 40 * 60;

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true, default: [] }, quick: { type: "boolean", default: false }, date: { type: "string" } },
});
const unknown = values.only.filter((name) => !(name in LINES));
if (unknown.length > 0) {
  console.error(`There is no line ${unknown.join(", ")}. Lines: ${Object.keys(LINES).join(", ")}.`);
  process.exit(1);
}

const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());

await buildApplication();
await buildFloor();
const facts = await machineFacts();
const date = values.date ?? new Date().toISOString().slice(0, 10);
let areAllMet = true;
for (const [name, { title, limitSeconds }] of Object.entries(LINES)) {
  if (ending.signal.aborted || (values.only.length > 0 && !values.only.includes(name))) continue;
  const startedAt = performance.now();
  const secondsLeft = Math.max(1, RUN_LIMIT_SECONDS - startedAt / 1_000);
  console.log(`\n## ${title}\n`);
  try {
    const report = await runLine({
      name,
      isQuick: values.quick,
      limitSeconds: Math.min(limitSeconds, Math.round(secondsLeft)),
      signal: ending.signal,
    });
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const text = `## ${title}\n\n${date}, ${facts}; measured in ${seconds} s.\n\n${renderLineReport(report)}`;
    console.log(renderLineReport(report));
    if (!values.quick) await writeSection({ file: path.join(ROOT, "BENCHMARKS.md"), name, text });
    areAllMet &&= report.figures.every(({ isMet }) => isMet !== false);
  } catch (error) {
    areAllMet = false;
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
process.exit(areAllMet ? 0 : 1);
