import type { Browser, BrowserContextOptions } from "@playwright/test";
import { ADMINISTRATOR } from "./administrator";

/** The cookies of a browser in which the administrator signed in by the form. */
export async function signInAdministrator(browser: Browser, url: string): Promise<BrowserContextOptions["storageState"]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator('[name="email"]').fill(ADMINISTRATOR.email);
  await page.locator('[name="password"]').fill(ADMINISTRATOR.password);
  await page.locator('[type="submit"]').click();
  await page.waitForURL("**/dashboard**");
  const state = await context.storageState();
  await context.close();
  return state;
}
