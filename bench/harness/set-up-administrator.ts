import type { Browser } from "@playwright/test";
import { ADMINISTRATOR } from "./administrator";

/** Makes the first administrator as a person does. */
export async function setUpAdministrator(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/setup`);
  await page.locator('[name="name"]').fill(ADMINISTRATOR.name);
  await page.locator('[name="email"]').fill(ADMINISTRATOR.email);
  await page.locator('[name="password"]').fill(ADMINISTRATOR.password);
  await page.locator('[type="submit"]').click();
  await page.waitForURL("**/dashboard**");
  await context.close();
}
