import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that runs: of CHROMIUM_PATH, of the machine, or Playwright's own; null when there is none. */
export async function findChromium() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin"];
  const installed = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const { chromium } = await import("@playwright/test");
  const candidates = [process.env.CHROMIUM_PATH ?? "", ...installed, chromium.executablePath()];
  return candidates.find((candidate) => candidate !== "" && existsSync(candidate) && runs(candidate)) ?? null;
}

/** A package may be a mere signpost to another way of installing it. */
function runs(file) {
  return spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
}
