import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeScorecard } from "@/db/testing/make-audit";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const rows = (page: Page) => page.locator("tbody").getByRole("row");

test("many tasks are given to an operator at once: those picked, then all that match, as a job that shows how far it has come", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const [campaignId, operatorId] = await Promise.all([given.campaign("Bulk"), given.operator("Berta Bulk")]);
  // A supervisor gives calls to whom they know: somebody with calls in their campaigns.
  await given.task({ campaignId, operatorId });
  for (let index = 0; index < 12; index++) await given.task({ campaignId });
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/tasks?size=10");
  const assigned = async () => (await database`select count(*)::int as n from tasks where operator_id = ${operatorId}`)[0]?.n;

  await page
    .getByRole("checkbox", { name: /^Select task/ })
    .first()
    .check();
  await page
    .getByRole("checkbox", { name: /^Select task/ })
    .nth(2)
    .check();
  await expect(page.getByText("2 tasks selected")).toBeVisible();
  await page.getByRole("button", { name: "Assign operator" }).click();
  await page.getByRole("dialog").getByRole("searchbox", { name: "Operator" }).fill("berta");
  await page.getByRole("radio", { name: "Berta Bulk" }).check();
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("2 of 2")).toBeVisible();
  await expect.poll(assigned).toBe(3);
  await checkPage(page);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(rows(page).filter({ hasText: "Berta Bulk" })).toHaveCount(2);

  await page.getByRole("checkbox", { name: "Select all tasks of this page" }).check();
  await page.getByRole("button", { name: "Select all that match" }).click();
  await expect(page.getByText("13 tasks selected")).toBeVisible();
  await page.getByRole("button", { name: "Assign operator" }).click();
  await page.getByRole("dialog").getByRole("searchbox", { name: "Operator" }).fill("berta");
  await page.getByRole("radio", { name: "Berta Bulk" }).check();
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("13 of 13")).toBeVisible();
  expect(await assigned()).toBe(13);

  await page.goto("/dashboard/jobs");
  await expect(page.getByText("13 of 13")).toBeVisible();
  await checkPage(page);
  await signInAs("agent");
  await page.goto("/dashboard/jobs");
  await expect(page.getByText("You have not ordered any job")).toBeVisible();
});

test("tags are put on what was picked, the list is narrowed by tag, score and file, and a machine audits what is ordered", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Tagged");
  await database`insert into campaign_tags (id, campaign_id, name, match_key) values (gen_random_uuid(), ${campaignId}, 'Complaint', 'complaint')`;
  await given.task({ campaignId, task: { score: 91.5 }, call: { recordingUrl: "https://recordings.example.com/2026/Alpha-77.mp3" } });
  await given.task({ campaignId, task: { score: 40 } });
  const { taskId } = await given.task({ campaignId });
  await signInAs("auditor", [campaignId]);
  await page.goto("/dashboard/tasks?sort=score&order=asc");
  await expect(rows(page).nth(0)).toContainText("40.00");
  await expect(rows(page).nth(1)).toContainText("91.50");
  await expect(rows(page).nth(1)).toContainText("passed (from 80)");
  await expect(rows(page).nth(2)).toContainText("No score yet");
  await expect(page.getByRole("button", { name: "Assign operator" })).toBeHidden();

  await rows(page).nth(0).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Add tag" }).click();
  await page.getByRole("radio", { name: "Complaint" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Add tag" }).click();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("option", { name: "Complaint · Tagged" }).click();
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("40.00");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows(page)).toHaveCount(3);

  await page.getByRole("textbox", { name: "Score from" }).fill("90");
  await page.getByRole("textbox", { name: "Score from" }).press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/scoreFrom=90/);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("searchbox").fill("alpha-77");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("91.50");

  await makeScorecard({ campaignId, criteria: [{ mode: "machine", rule: { maxSilenceRatio: 0.1 } }] });
  await given.transcript({ taskId, said: ["Hola."] });
  await page.getByRole("searchbox").fill("");
  await expect(rows(page)).toHaveCount(3);
  await rows(page).filter({ hasText: "No score yet" }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Audit by machine" }).click();
  await expect(page.getByRole("heading", { name: "Have a machine audit one call?" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Audit", exact: true }).click();
  await expect(page.getByText("1 of 1")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(rows(page).filter({ hasText: "Audited" })).toContainText("100.00");
});

test("a view is kept, shared and opened by somebody else, and the list is taken away as it is filtered", async ({
  page,
  given,
  signInAs,
}) => {
  const campaignId = await given.campaign("=Exported");
  await given.task({ campaignId, call: { calling: "+5491144445555" } });
  await given.task({ campaignId, task: { status: "failed", failure: "The decoder gave up." } });
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/tasks?status=pending");
  await expect(rows(page)).toHaveCount(1);
  const name = `Pending ${campaignId}`;
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("textbox", { name: "Name of the present view" }).fill(name);
  await page.getByRole("checkbox", { name: "Show it to everybody" }).check();
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await checkPage(page);

  await signInAs("auditor", [campaignId]);
  await page.goto("/dashboard/tasks");
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Views" }).click();
  await expect(page.getByRole("checkbox", { name: "Show it to everybody" })).toBeHidden();
  await page.getByRole("link", { name }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/status=pending/);

  await page.getByRole("button", { name: "Export" }).click();
  const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  const lines = (await readFile(await csv.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("+5491144445555");
  expect(lines[1]).toContain("'=Exported");
  await page.getByRole("button", { name: "Export" }).click();
  const [xlsx] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Excel (XLSX)" }).click()]);
  expect((await readFile(await xlsx.path())).subarray(0, 2).toString()).toBe("PK");
  expect(xlsx.suggestedFilename()).toMatch(/^auditoria-tasks-\d{4}-\d{2}-\d{2}\.xlsx$/);
});

test("whoever has picked rows keeps them under the pointer: news waits until it is asked for", async ({ page, given, signInAs }) => {
  const campaignId = await given.campaign("Calm");
  await given.task({ campaignId });
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/tasks");
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole("checkbox").check();
  await given.task({ campaignId });
  await page.getByRole("button", { name: "There may be news: refresh the list" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText("1 task selected")).toBeVisible();
});
