import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/bootstrap/find-chromium.mjs";

const quietly = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export default defineConfig({
  testDir: "./e2e",
  testMatch: "**/*.spec.ts",
  // Files side by side, tests of a file one after the other. A test that cannot have others beside it says `isAlone`.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  globalSetup: "./scripts/testing/start-application.ts",
  use: {
    // Set by the global set-up, before workers load this file.
    baseURL: process.env.E2E_BASE_URL,
    timezoneId: "America/Argentina/Buenos_Aires",
    // Nobody watches: what moves is drawn by the processor, which the application is in need of.
    contextOptions: { reducedMotion: "reduce" },
    // A trace of every test costs time in each; `--trace on` makes one.
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium() ?? undefined, args: quietly },
  },
});
