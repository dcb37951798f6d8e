import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { findChromium } from "@/scripts/bootstrap/find-chromium.mjs";
import { moveClock } from "./move-clock";
import type { PictureOf, Places } from "./pages";

const ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--font-render-hinting=none"];
const WIDE = { suffix: "", viewport: { width: 1440, height: 900 } };
const PHONE = { suffix: "-phone", viewport: { width: 390, height: 844 } };

type PhotographInput = {
  pages: PictureOf[];
  places: Places;
  origin: string;
  cookies: Record<"administrator" | "agent", { name: string; value: string }>;
  folder: string;
  /** What the clock shows in every picture. */
  now: Date;
};

/** Writes the pictures of each page, light and dark. Throws after the last one when a page was not answered with 200, or said an error. */
export async function photograph({ pages, folder, ...input }: PhotographInput): Promise<void> {
  await mkdir(folder, { recursive: true });
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ARGS });
  const failures: string[] = [];
  try {
    for (const page of pages)
      for (const colorScheme of ["light", "dark"] as const)
        for (const { suffix, viewport } of page.onPhone ? [WIDE, PHONE] : [WIDE]) {
          const options = { colorScheme, viewport, isMobile: suffix !== "", hasTouch: suffix !== "" };
          try {
            const picture = await takePicture({ browser, page, options, ...input });
            const file = `${page.name}-${colorScheme}${suffix}.png`;
            await writeFile(
              path.join(folder, file),
              await sharp(picture).png({ palette: true, effort: 10, compressionLevel: 9 }).toBuffer(),
            );
            console.log(file);
          } catch (error) {
            failures.push(`${page.name}-${colorScheme}${suffix}: ${error instanceof Error ? error.message : String(error)}`);
          }
        }
  } finally {
    await browser.close();
  }
  if (failures.length > 0) throw new Error(`Pictures are missing:\n${failures.join("\n")}`);
}

type TakePictureInput = Omit<PhotographInput, "pages" | "folder"> & { browser: Browser; page: PictureOf; options: BrowserContextOptions };

async function takePicture({ browser, page, places, options, origin, cookies, now }: TakePictureInput): Promise<Buffer> {
  const context = await browser.newContext({
    ...options,
    locale: "en-US",
    timezoneId: "America/Argentina/Buenos_Aires",
    reducedMotion: "reduce",
    deviceScaleFactor: 1,
  });
  try {
    // As over https, which a browser takes localhost to be as good as.
    const url = origin.replace("http:", "https:");
    const cookie = page.isAgents ? cookies.agent : cookies.administrator;
    if (!page.isPublic) await context.addCookies([{ ...cookie, url, secure: true, httpOnly: true, sameSite: "Lax" }]);
    const tab = await context.newPage();
    await tab.clock.setFixedTime(now);
    moveClock(now);
    const address = typeof page.path === "string" ? page.path : page.path(places);
    const response = await tab.goto(`${origin}${address}`, { waitUntil: "load" });
    if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status() ?? "nothing"}.`);
    if (new URL(tab.url()).pathname !== new URL(address, origin).pathname) throw new Error(`${address} led to ${tab.url()}.`);
    await settle(tab);
    if (page.keys) {
      await tab.keyboard.press(page.keys.press);
      await tab.getByRole("combobox").pressSequentially(page.keys.type);
      await tab.locator("[role=listbox][aria-busy=false] [role=option]").first().waitFor();
    }
    return await tab.screenshot({ animations: "disabled", caret: "hide" });
  } finally {
    await context.close();
  }
}

/** Scripts at work, fonts there, and no skeleton or drawing under way. */
async function settle(tab: Page): Promise<void> {
  await tab.evaluate(() => document.fonts.ready);
  await tab.locator("[aria-busy=true]").waitFor({ state: "detached" });
  // Two pauses of the browser: after the page woke up, and after what it then drew.
  await tab.evaluate(async () => {
    for (let pause = 0; pause < 2; pause++) await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  });
}
