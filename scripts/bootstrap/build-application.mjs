import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { optionsForScripts, PINNED_NODE, ROOT } from "./paths.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

const SOURCE_FOLDERS = ["app", "components", "db", "inngest", "lib", "messages", "public"];
/** Not part of what is built, nor are tests: a change in them is no reason to build again. */
const OTHER_FILES = /\.(test|spec)\.tsx?$|^(playwright|vitest(\.\w+)?|drizzle)\.config\.ts$|^next-env\.d\.ts$|\.tsbuildinfo$/;
const BUILD_ID = path.join(ROOT, ".next/BUILD_ID");
const NOTE = path.join(ROOT, ".next/built-from");

/** Builds the application when its sources, packages or build variables changed since it was built last. Throws a sentence on failure. */
export async function buildApplication() {
  const wanted = fingerprint();
  if (existsSync(BUILD_ID) && existsSync(NOTE) && readFileSync(NOTE, "utf8") === wanted) return;
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await checkEnvironment(env);
  say("Building the application. This takes a minute, and is done again only when something changed.");
  const next = path.join(ROOT, "node_modules/next/dist/bin/next");
  const exitCode = await runCommand(PINNED_NODE, [next, "build"], { env, doing: "building" });
  if (exitCode !== 0)
    throw new Error(`The application could not be built: next build ended with status ${exitCode}; its words stand above.`);
  writeFileSync(NOTE, wanted);
  say("The application is built.");
}

/** Before a build, which would bury a wrong variable in a stack of frames. */
async function checkEnvironment(env) {
  const exitCode = await runCommand(PINNED_NODE, [...optionsForScripts(), "scripts/check-environment.ts"], { env });
  if (exitCode !== 0) process.exit(exitCode);
}

/** One hash of all that goes into a build. */
function fingerprint() {
  const hash = createHash("sha256");
  const rootFiles = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name));
  const files = [...SOURCE_FOLDERS.flatMap((folder) => filesUnder(folder)), ...rootFiles.map(({ name }) => name)];
  for (const file of files.filter((name) => !OTHER_FILES.test(name)).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update("\0");
  for (const name of Object.keys(process.env)
    .filter((key) => key.startsWith("NEXT_PUBLIC_"))
    .sort())
    hash.update(`${name}=${process.env[name]}\0`);
  return hash.digest("hex");
}

function filesUnder(folder) {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(name) : [name];
  });
}
