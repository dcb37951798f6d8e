import type { Page } from "@playwright/test";
import { makeConnection, makeOutcomes } from "@/db/testing/make-outcomes";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const PATH = "/dashboard/reports/outcomes";
const HOUR_MS = 3_600_000;

type GivenCampaign = { campaign: (name: string) => Promise<number> };

/** Twelve calls of the last day: eight of Buyer A, four of Buyer B; every third converted, one of a caller who had called before. */
async function makeCalls(given: GivenCampaign, operatorId: string | null = null): Promise<number> {
  const campaignId = await given.campaign("Pay per call");
  const connectionId = await makeConnection();
  await makeOutcomes(
    connectionId,
    Array.from({ length: 12 }, (_, n) => ({
      campaignId,
      operatorId,
      startedAt: new Date(Date.now() - n * 2 * HOUR_MS),
      buyerName: n < 8 ? "Buyer A" : "Buyer B",
      publisherName: n === 11 ? "" : "Blue Fin Media",
      publisherSubId: `sub-${n % 2}`,
      targetName: "Desk 1",
      vertical: "Auto",
      state: "FL",
      endedBy: "caller" as const,
      converted: n % 3 === 0,
      isDuplicate: n === 5,
      connectedSeconds: n % 2 === 0 ? 95 : 0,
      revenue: n % 3 === 0 ? "1234.5678" : null,
      cost: "0.25",
      payout: n % 3 === 0 ? "20" : null,
    })),
  );
  return campaignId;
}

const rowOf = (page: Page, name: string) => page.locator("tbody").getByRole("row").filter({ hasText: name });

test("a report shows totals, a picture and a table, and each number opens as many calls", async ({ page, given, signInAs }) => {
  const campaignId = await makeCalls(given);
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard");
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Reports" }).click();
  await page.getByRole("link", { name: "Outcomes", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Outcomes" })).toBeVisible();
  await expect(page.getByText("4,938.2712", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Revenue − cost − payout")).toBeVisible();
  const today = new Intl.DateTimeFormat("en", { timeZone: "America/Argentina/Buenos_Aires", month: "short", day: "2-digit" });
  await expect(page.getByRole("figure")).toContainText(today.format(new Date()));
  await checkPage(page);

  await page.getByRole("navigation", { name: "Report by" }).getByRole("link", { name: "Buyer" }).click();
  await expect(page).toHaveURL(/by=buyer/);
  await expect(page.getByRole("img", { name: /^Calls, By buyer\. The highest is Buyer A with 8/ })).toBeVisible();
  await expect(rowOf(page, "Buyer A")).toContainText("37.5%");
  await expect(rowOf(page, "Buyer A")).toContainText("3,703.7034");
  await checkPage(page);
  await rowOf(page, "Buyer A")
    .getByRole("link", { name: /^Converted, Buyer A: 3\./ })
    .click();
  await expect(page).toHaveURL(/calls\?.*buyer=Buyer(\+|%20)A.*only=converted/);
  await expect(page.getByText("3 calls, newest first.")).toBeVisible();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(3);
  await expect(page.locator("tbody")).toContainText("1,234.5678");
  await checkPage(page);
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(8);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/dashboard\/calls\/[0-9a-f-]{36}$/);
});

test("filters and sort live in the address, and a value narrows the report to itself", async ({ page, given, signInAs }) => {
  const campaignId = await makeCalls(given);
  await signInAs("supervisor", [campaignId]);
  await page.goto(`${PATH}?by=publisher`);
  await rowOf(page, "Not said").getByRole("link", { name: "Not said", exact: true }).click();
  await expect(page).toHaveURL(/publisher=~/);
  await expect(page.locator("tfoot")).toContainText("Total");
  await expect(page.locator("tfoot").getByRole("link", { name: /^Calls, Total: 1\./ })).toBeVisible();
  await page.getByRole("button", { name: "Remove the filter Publisher: Not said" }).click();
  await expect(page.locator("tfoot").getByRole("link", { name: /^Calls, Total: 12\./ })).toBeVisible();
  await page.getByRole("checkbox", { name: "Leave out duplicate callers" }).check();
  await expect(page).toHaveURL(/unique=true/);
  await expect(page.locator("tfoot").getByRole("link", { name: /^Calls, Total: 11\./ })).toBeVisible();
  await page.goto(`${PATH}?by=buyer&sort=rate&order=asc`);
  await expect(page.locator("tbody").getByRole("row").first()).toContainText("Buyer B");
  await page.getByRole("columnheader", { name: "Conversion" }).getByRole("link").click();
  await expect(page.locator("tbody").getByRole("row").first()).toContainText("Buyer A");
  await page.goto(`${PATH}?from=2020-01-01&to=2020-01-31`);
  await expect(page.getByText("No call matches")).toBeVisible();
  await checkPage(page);
});

test("a table leaves as a file, which is noted in the audit log", async ({ page, given, signInAs, database }) => {
  const campaignId = await makeCalls(given);
  const name = await signInAs("auditor", [campaignId]);
  await page.goto(`${PATH}?by=buyer`);
  await page.getByRole("button", { name: "Export" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^auditoria-outcomes-buyer-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
  const [entry] =
    await database`select details->>'rowCount' as rows from audit_log where action = 'outcomes.exported' and actor_name = ${name}`;
  expect(entry).toEqual({ rows: "2" });
});

test("an agent sees their own calls, and no money is in anything that reaches their browser", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const operatorId = await given.operator();
  const campaignId = await makeCalls(given, operatorId);
  await makeCalls(given);
  const name = await signInAs("agent", [campaignId]);
  await database`update users set operator_id = ${operatorId} where name = ${name}`;
  const amounts = /1[.,]?234[.,]5678|3[.,]?703[.,]70|4[.,]?938[.,]27/;
  const words = /[Rr]evenue|[Pp]ayout|Ingresos|Margen|Costo/;
  for (const address of [`${PATH}?by=buyer`, `${PATH}?by=buyer&sort=revenue&chart=margin`, `${PATH}/calls`]) {
    const html = await (await page.request.get(address)).text();
    const payload = await (await page.request.get(address, { headers: { RSC: "1" } })).text();
    for (const text of [html, payload]) {
      expect(text).toContain("Buyer A");
      expect(text).not.toMatch(amounts);
      // What somebody wrote into the address stands in the page's own links.
      if (!address.includes("revenue")) expect(text).not.toMatch(words);
    }
  }
  const file = await (await page.request.get(`${PATH}/export?format=csv&by=buyer`)).text();
  expect(file.split("\r\n")[0]).toBe("\uFEFFComprador,Llamadas,Duplicadas,Conectadas,Convertidas,Conversión");
  await page.goto(PATH);
  await expect(page.locator("tfoot").getByRole("link", { name: /^Calls, Total: 12\./ })).toBeVisible();
  await expect(page.getByText("Conversion", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Margin")).toHaveCount(0);
  await checkPage(page);
});

test("another's campaign in the address is as if it did not exist, and without calls the page says what to do", async ({
  page,
  given,
  signInAs,
}) => {
  const campaignId = await makeCalls(given);
  const own = await given.campaign("Own");
  await signInAs("supervisor", [own]);
  const foreign = await (await page.goto(`${PATH}?campaign=${campaignId}`))?.text();
  await expect(page.getByText("No pay-per-call calls yet")).toBeVisible();
  expect(foreign).not.toContain("Buyer A");
  await page.goto(`${PATH}/calls?campaign=${campaignId}`);
  await expect(page.getByText("No call, newest first.")).toBeVisible();
  await page.goto(PATH);
  await expect(page.getByText("No pay-per-call calls yet")).toBeVisible();
  await checkPage(page);
});
