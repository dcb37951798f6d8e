import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { PINNED_NODE, ROOT } from "./paths.mjs";

/** The headless shell first: it has no windows to keep, and takes a quarter less of the processor. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that runs: of CHROMIUM_PATH, of the machine, or Playwright's own; null when there is none. */
export function findChromium() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin"];
  const installed = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const found = [process.env.CHROMIUM_PATH ?? "", ...installed].find(runs);
  if (found) return found;
  const playwrights = pathOfPlaywrights();
  return runs(playwrights) ? playwrights : null;
}

/** Asked on the pinned Node.js: Playwright ends a process of an older one as soon as it is loaded. */
function pathOfPlaywrights() {
  const question = 'process.stdout.write(require("@playwright/test").chromium.executablePath())';
  return spawnSync(PINNED_NODE, ["-e", question], { cwd: ROOT, encoding: "utf8" }).stdout;
}

/** A package may be a mere signpost to another way of installing it. */
function runs(file) {
  return file !== "" && existsSync(file) && spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
}
