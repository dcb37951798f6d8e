import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { patchPackages } from "./patch-packages.mjs";
import { PINNED_NODE, pathWithoutOurs, ROOT } from "./paths.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

const LOCK_FILE = path.join(ROOT, "package-lock.json");
/** What npm installed, by its own account. */
const NPM_NOTE = path.join(ROOT, "node_modules/.package-lock.json");
const OUR_NOTE = path.join(ROOT, "node_modules/.installed-from");

/** Installs the packages of package-lock.json unless they are there already, as patchPackages wants them. Throws a sentence when that fails. */
export async function installPackages() {
  if (!isInstalled()) {
    const env = { ...process.env, PATH: pathWithoutOurs() };
    say("Installing packages (npm ci). The first time this takes a minute or two.");
    const exitCode = await runCommand("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
      env,
      doing: "installing",
    });
    if (exitCode !== 0)
      throw new Error(`The packages could not be installed: npm ci ended with status ${exitCode}; its words stand above.`);
    writeFileSync(OUR_NOTE, lockFileHash());
    say("Packages are installed.");
  }
  if (!existsSync(PINNED_NODE)) await installPinnedNode();
  patchPackages();
}

function isInstalled() {
  if (!existsSync(NPM_NOTE)) return false;
  const isOurs = existsSync(OUR_NOTE) && readFileSync(OUR_NOTE, "utf8") === lockFileHash();
  return (isOurs || statSync(NPM_NOTE).mtimeMs >= statSync(LOCK_FILE).mtimeMs) && isComplete();
}

/** An installation that was cut short, or that two made at once, can leave npm's note without all that the note lists. */
function isComplete() {
  const { packages } = JSON.parse(readFileSync(NPM_NOTE, "utf8"));
  return Object.keys(packages).every((place) => existsSync(path.join(ROOT, place, "package.json")));
}

function lockFileHash() {
  return createHash("sha256").update(readFileSync(LOCK_FILE)).digest("hex");
}

/** What the package's own install script does, for a npm that was told to run none. */
async function installPinnedNode() {
  const cwd = path.join(ROOT, "node_modules/node");
  const env = { ...process.env, PATH: pathWithoutOurs() };
  if (existsSync(cwd)) await runCommand(process.execPath, ["installArchSpecificPackage.js"], { cwd, env, doing: "installing Node.js" });
  if (!existsSync(PINNED_NODE))
    throw new Error(
      `Node.js ${process.platform}-${process.arch} of the package "node" could not be installed: it is what the application runs on.`,
    );
}
