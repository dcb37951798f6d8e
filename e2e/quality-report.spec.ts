import type { Page } from "@playwright/test";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeUser } from "@/db/testing/make-task";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const PATH = "/dashboard/reports/quality";
const HOUR_MS = 3_600_000;
/** The day of a moment where the installation is. */
const dayOf = (moment: Date) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Argentina/Buenos_Aires", dateStyle: "short" }).format(moment);

type Given = {
  campaign: (name: string) => Promise<number>;
  operator: (name: string) => Promise<string>;
  task: (input: { campaignId: number; operatorId: string; call: { startedAt: Date } }) => Promise<{ taskId: string }>;
};

/** Twelve calls of the last days, ten of them audited: four by the machine, six by a person; the first question fails in five, and two calls were calibrated. */
async function makeReport(given: Given) {
  const campaignId = await given.campaign("Quality");
  const operators = { ana: await given.operator(`Ana ${campaignId}`), beto: await given.operator(`Beto ${campaignId}`) };
  const auditors = [];
  for (const name of ["Iris", "Juan"]) auditors.push(await makeUser({ name, role: "auditor" }));
  const questions = ["Did they say who they are?", "Did they ask what is needed?", "Did they say goodbye?"];
  const criteria = questions.map((question, index) => ({ question, section: index === 2 ? "Closing" : "Opening" }));
  const scorecard = await makeScorecard({ campaignId, criteria });
  for (let n = 0; n < 12; n++) {
    const operatorId = n % 3 === 0 ? operators.beto : operators.ana;
    const startedAt = new Date(Date.now() - (n * 20 + 1) * HOUR_MS);
    const { taskId } = await given.task({ campaignId, operatorId, call: { startedAt } });
    const auditorId = n % 5 < 2 ? null : auditors[n % 2];
    const answers = questions.map((_, index) => ({
      answer: index === 0 && n % 2 === 0 ? ("fails" as const) : ("complies" as const),
      answeredBy: auditorId,
      machineAnswer: auditorId === null || index === 1 ? ("complies" as const) : null,
      machineSource: auditorId === null || index === 1 ? ("rule" as const) : null,
    }));
    const audit = {
      contactAt: startedAt,
      contactOn: dayOf(startedAt),
      status: "completed" as const,
      completedAt: startedAt,
    };
    const score = { score: n % 2 === 0 ? 66.67 : 100, scoreWithoutFail: n % 2 === 0 ? 66.67 : 100 };
    const shared = { scorecard, campaignId, taskId, operatorId, answers };
    if (n < 10) await makeAudit({ ...shared, audit: { ...audit, ...score, auditorId, completedBy: auditorId } });
    if (n < 2)
      for (const [index, each] of auditors.entries())
        await makeAudit({
          ...shared,
          audit: { ...audit, kind: "calibration", auditorId: each, completedBy: each, score: 70 + 10 * index },
        });
  }
  return { campaignId, operators };
}

const panel = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("a quality report says how good calls are and how many were looked at, each number opens as many audits, and tables leave as files", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const { campaignId } = await makeReport(given);
  const name = await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard");
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Reports" }).click();
  await expect(page.getByRole("heading", { name: "Quality", exact: true })).toBeVisible();
  const figures = page.locator("dl");
  await expect(figures.first()).toContainText("83.34");
  await expect(figures.nth(1)).toContainText("4 · 33.3%");
  await expect(figures.nth(1)).toContainText("6 · 50%");
  const questions = panel(page, "Failed questions");
  await expect(questions.getByRole("row").nth(1)).toContainText("Did they say who they are?");
  await expect(questions.getByRole("row").nth(1)).toContainText("50%");
  await expect(panel(page, "Operators and questions").getByRole("link")).toHaveCount(6);
  await checkPage(page);

  await questions.getByRole("link", { name: /^Did they say who they are\?: failed 5\./ }).click();
  await expect(page).toHaveURL(/\/dashboard\/audits\?/);
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(5);
  await page.goBack();
  const point = panel(page, "Average score over time").getByTitle(/audit/).first();
  const [, counted] = /, (\d+) audit/.exec((await point.getAttribute("title")) ?? "") ?? [];
  await point.click();
  await expect(page).toHaveURL(/\/dashboard\/audits\?/);
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(Number(counted));
  await page.goBack();
  await figures.nth(1).getByRole("link", { name: "People" }).click();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(6);
  await page.getByRole("button", { name: "Remove With a recording" }).click();
  await expect(page).not.toHaveURL(/recorded/);
  await page.goBack();
  await page.getByRole("button", { name: "Export" }).last().click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Calls to look at: CSV" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^auditoria-quality-problems-.*\.csv$/);
  const [entry] =
    await database`select details->>'rowCount' as rows from audit_log where action = 'quality.exported' and actor_name = ${name}`;
  expect(entry).toEqual({ rows: "5" });
  const paper = await page.request.get(`${PATH}/export?format=pdf`);
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.getByRole("link", { name: "Calibration", exact: true }).click();
  await expect(panel(page, "Auditors")).toContainText("10.00");
  await checkPage(page);
  await panel(page, "Auditors")
    .getByRole("link", { name: /^Juan, Distance: 10\.00\./ })
    .click();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Remove Calls that several calibrated" })).toBeVisible();
  await checkPage(page);

  // On a phone the figures come before the filters, which unfold.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(PATH);
  const maker = page.getByRole("button", { name: "Audited by" });
  await expect(figures.first()).toBeVisible();
  await expect(maker).toBeHidden();
  await page.getByRole("button", { name: "More filters" }).click();
  await expect(maker).toBeVisible();
});

test("an agent sees their own numbers and nothing of others or of who audits", async ({ page, given, signInAs, database }) => {
  const { campaignId, operators } = await makeReport(given);
  const name = await signInAs("agent", [campaignId]);
  await page.goto("/dashboard/audits");
  await expect(page.getByText("Your account is not linked to your calls yet")).toBeVisible();
  await database`update users set operator_id = ${operators.beto} where name = ${name}`;
  await page.goto(`${PATH}?from=2020-01-01&to=2020-01-31`);
  await expect(page.getByText("No audit matches")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page.locator("dl").first()).toContainText("4");
  const html = await (await page.request.get(`${PATH}?by=auditor`)).text();
  for (const hidden of [`Ana ${campaignId}`, "Iris", "Juan"]) expect(html).not.toContain(hidden);
  expect((await page.request.get(`${PATH}/calibration`)).status()).toBe(404);
  await checkPage(page);
  await page.locator("dl").first().getByRole("link", { name: "Audits" }).click();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(4);
  const list = await page.content();
  for (const hidden of [`Ana ${campaignId}`, "Iris", "Juan"]) expect(list).not.toContain(hidden);
  await checkPage(page);

  await page.goto("/dashboard");
  await page.getByRole("link", { name: "Did they say who they are?: open 4 audits" }).click();
  await expect(page.getByRole("button", { name: "Remove “Did they say who they are?”: Complies or Does not" })).toBeVisible();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(4);
  await page.goBack();
  await page.getByText("As a list").click();
  const week = page.getByRole("link", { name: /audits?\)$/ }).last();
  const [, ofWeek] = /\((\d+) audit/.exec((await week.textContent()) ?? "") ?? [];
  await week.click();
  await expect(page).toHaveURL(/\/dashboard\/audits\?/);
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(Number(ofWeek));
});
