import type { Browser, BrowserContextOptions, CDPSession, Page } from "@playwright/test";

/** What the tools of Chromium call "Fast 4G". */
const FAST_4G = { offline: false, latency: 165, downloadThroughput: (9_000_000 / 8) * 0.9, uploadThroughput: (1_500_000 / 8) * 0.9 };
/** A page is loaded once it asked for nothing for so long. */
const QUIET_MS = 1_000;
const LOAD_LIMIT_MS = 30_000;

/** A page as a browser with an empty cache loaded it. `scriptBytes` counts what came over the wire, with headers. */
export type LoadedPage = { status: number; path: string; scriptBytes: number; scriptCount: number; largestPaintMs: number };

type LoadPageInput = { browser: Browser; url: string; state: BrowserContextOptions["storageState"] };

/** Loads a page over Fast 4G with an empty cache and waits until it asks for nothing more. */
export async function loadPage({ browser, url, state }: LoadPageInput): Promise<LoadedPage> {
  const context = await browser.newContext(state ? { storageState: state } : {});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", FAST_4G);
    const network = watchNetwork(session);
    const response = await page.goto(url, { waitUntil: "load", timeout: LOAD_LIMIT_MS });
    await network.quiet();
    const largestPaintMs = await readLargestPaint(page);
    return { status: response?.status() ?? 0, path: new URL(page.url()).pathname, ...network.scripts(), largestPaintMs };
  } finally {
    await context.close();
  }
}

function watchNetwork(session: CDPSession) {
  const scripts = new Map<string, number>();
  const open = new Set<string>();
  let lastAt = performance.now();
  const touch = () => {
    lastAt = performance.now();
  };
  session.on("Network.requestWillBeSent", ({ requestId, type }) => {
    touch();
    // An event stream stays open for as long as the page does.
    if (type !== "EventSource") open.add(requestId);
  });
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") scripts.set(requestId, 0);
    if (response.mimeType === "text/event-stream") open.delete(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    touch();
    open.delete(requestId);
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  session.on("Network.loadingFailed", ({ requestId }) => {
    touch();
    open.delete(requestId);
  });
  return {
    scripts: () => ({ scriptCount: scripts.size, scriptBytes: [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) }),
    quiet: () =>
      new Promise<void>((resolve, reject) => {
        const startedAt = performance.now();
        const timer = setInterval(() => {
          const now = performance.now();
          const isQuiet = open.size === 0 && now - lastAt > QUIET_MS;
          if (!isQuiet && now - startedAt < LOAD_LIMIT_MS) return;
          clearInterval(timer);
          if (isQuiet) resolve();
          else reject(new Error(`a page still asked for ${open.size} things after ${LOAD_LIMIT_MS / 1_000} s`));
        }, 50);
      }),
  };
}

function readLargestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
}
