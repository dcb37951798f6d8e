import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";
import { runCommand } from "../../scripts/bootstrap/run-command.mjs";
import { childEnvironment } from "./child-environment";

const FLOOR = path.join(ROOT, "bench/floor");
const NOTE = path.join(FLOOR, ".next/built-from");
const SOURCES = [
  "bench/floor/next.config.mjs",
  "bench/floor/app/empty/route.js",
  "bench/floor/instrumentation.js",
  "node_modules/next/package.json",
];

/** Builds the floor when it, or the Next.js under it, changed since it was built last. */
export async function buildFloor(): Promise<void> {
  const wanted = SOURCES.reduce((hash, file) => hash.update(readFileSync(path.join(ROOT, file))), createHash("sha256")).digest("hex");
  if (existsSync(NOTE) && readFileSync(NOTE, "utf8") === wanted) return;
  const next = path.join(ROOT, "node_modules/next/dist/bin/next");
  const exitCode = await runCommand(PINNED_NODE, [next, "build"], { cwd: FLOOR, env: childEnvironment({}) });
  if (exitCode !== 0) throw new Error(`The floor could not be built: next build ended with status ${exitCode}.`);
  writeFileSync(NOTE, wanted);
}
