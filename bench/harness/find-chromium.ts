import { existsSync } from "node:fs";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The machine's own Chromium; undefined where Playwright's is to be used. */
export function findChromium(): string | undefined {
  return INSTALLED.find((file) => existsSync(file));
}
