import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "./find-chromium";

/** Starts Chromium without a window, and without what it asks of the network by itself. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
}
