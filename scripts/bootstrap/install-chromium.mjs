import { existsSync } from "node:fs";
import path from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { PINNED_NODE, ROOT } from "./paths.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

/** The path of a Chromium, installed when the machine has none: Debian's by apt as root, else the one of Playwright. */
export async function installChromium() {
  const found = findChromium();
  if (found) return found;
  say("Installing Chromium for the tests in a browser.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await runCommand("apt-get", ["update", "-q"], { env, doing: "reading package lists" });
    for (const name of ["chromium-headless-shell", "chromium"]) {
      await runCommand("apt-get", ["install", "-y", "-q", name], { env, doing: `installing ${name}` });
      const fromDebian = findChromium();
      if (fromDebian) return fromDebian;
    }
  }
  const playwright = path.join(ROOT, "node_modules/@playwright/test/cli.js");
  await runCommand(PINNED_NODE, [playwright, "install", "chromium"], { env, doing: "installing Chromium" });
  const fromPlaywright = findChromium();
  if (fromPlaywright) return fromPlaywright;
  throw new Error("No Chromium could be found or installed: install one, or name it in CHROMIUM_PATH.");
}
