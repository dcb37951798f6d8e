import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeUser } from "@/db/testing/make-task";
import { checkPage } from "./fixtures/check-page";
import { loseNextAction } from "./fixtures/lose-next-action";
import { expect, test } from "./fixtures/test";

const DAY = "2026-11-20";

test("a supervisor draws a sample, and an auditor goes through the queue call by call", async ({ page, given, signInAs, database }) => {
  const campaignId = await given.campaign("Drawn");
  await makeScorecard({ campaignId });
  for (const name of ["Ana Sorteada", "Beto Sorteado"]) {
    const operatorId = await given.operator(name);
    for (let index = 0; index < 4; index++) {
      const { taskId } = await given.task({ campaignId, operatorId, task: { status: "completed" } });
      await given.transcript({ taskId, said: ["Hola"] });
    }
  }
  const auditor = await signInAs("auditor", [campaignId]);
  const auditorCookies = await page.context().cookies();
  await page.goto("/dashboard/assignments");
  await expect(page.getByText("Nothing waits for you")).toBeVisible();

  const supervisor = await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/assignments");
  await page.getByRole("main").getByRole("link", { name: "New sample" }).first().click();
  await page.getByLabel("Name").fill("Week 47");
  await page.getByLabel("Calls from").fill(DAY);
  await page.getByLabel("To", { exact: true }).fill(DAY);
  const total = page.getByLabel("Calls in all");
  const ownQuota = page.getByRole("spinbutton", { name: supervisor });
  await ownQuota.fill("3");
  await page.getByLabel(auditor).fill("");
  await total.fill("");
  await total.fill("5");
  await expect(ownQuota).toHaveValue("5");
  await page.getByLabel(auditor).fill("1");
  await ownQuota.fill("");
  await total.fill("4");
  await expect(page.getByLabel(auditor)).toHaveValue("4");
  await page.getByLabel("Due").fill("2999-12-31");
  const preview = page.getByRole("listitem").filter({ hasText: "Sorteada" });
  await expect(preview).toContainText("2 of 4");
  await expect(page.getByText("4 of 8 calls")).toBeVisible();
  await checkPage(page);
  await page.getByRole("button", { name: "Draw and assign" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Week 47" })).toBeVisible();
  await expect(page.getByText("0 of 4")).toBeVisible();
  await page.getByRole("button", { name: "Draw again and compare" }).click();
  await expect(page.getByText("The same 4 calls come out: the draw can be repeated.")).toBeVisible();
  await checkPage(page);
  const samplePath = new URL(page.url()).pathname;
  const supervisorCookies = await page.context().cookies();

  await page.context().addCookies(auditorCookies);
  await page.goto("/dashboard/assignments");
  await expect(page.getByText("4 calls left")).toBeVisible();
  await checkPage(page);
  await page.keyboard.press("n");
  const bar = page.getByRole("region", { name: "Your queue" });
  await expect(bar).toContainText("Call 1 of 4");
  await page.keyboard.press("n");
  await expect(bar).toContainText("Call 2 of 4");
  await checkPage(page);
  await bar.getByRole("button", { name: "Skip" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Skip the call" }).click();
  await expect(dialog.getByText("Say why.")).toBeVisible();
  await dialog.getByLabel("Why").fill("The line is dead");
  await loseNextAction(page);
  await dialog.getByRole("button", { name: "Skip the call" }).click();
  await expect(dialog.getByText("It was not skipped. Try again in a moment.")).toBeVisible();
  await dialog.getByRole("button", { name: "Skip the call" }).click();
  await expect(bar).toContainText("Call 3 of 4");
  await expect(bar).toContainText("2 more calls wait");
  // What is audited is done, and the way on stays.
  await page.keyboard.press("a");
  await expect(page.getByRole("group", { name: "Said hello?" })).toBeFocused();
  await page.keyboard.press("1");
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  await expect(page.getByText("All saved")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(bar).toContainText("Done");
  await expect(bar.getByRole("link", { name: "Next call" })).toBeVisible();

  await page.context().addCookies(supervisorCookies);
  await page.goto(samplePath);
  await expect(page.getByText("1 of 4 · 1 skipped")).toBeVisible();
  await page.getByRole("link", { name: "Skipped" }).click();
  await expect(page.getByText("The line is dead")).toBeVisible();
  expect(
    await database`select count(*)::int as open from assignments where skipped_at is null and completed_at is null and sample_id = ${samplePath.split("/").at(-1) ?? ""}`,
  ).toEqual([{ open: 2 }]);
});

test("a call that is to be calibrated stands in lists without its score until the calibration is completed", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Blind");
  const scorecard = await makeScorecard({ campaignId });
  const operatorId = await given.operator("Carla Calibrada");
  const { taskId } = await given.task({ campaignId, operatorId, task: { status: "audited", score: 43.21 } });
  const answeredBy = await makeUser({ role: "auditor", campaignIds: [campaignId] });
  const ended = { status: "completed" as const, completedAt: new Date(), completedBy: answeredBy };
  const audit = { ...ended, auditorId: answeredBy, score: 43.21, scoreWithoutFail: 43.21 };
  const answers = [{ answer: "fails" as const, answeredBy }];
  const auditId = await makeAudit({ scorecard, campaignId, operatorId, taskId, audit, answers });
  const name = await signInAs("auditor", [campaignId]);
  await database`
    with sample as (
      insert into samples (id, campaign_id, kind, name, starts_on, ends_on, stratification, seed, population_count, drawn_count, quotas)
      values (gen_random_uuid(), ${campaignId}, 'calibration', 'Together', ${DAY}, ${DAY}, 'none', '1', 1, 1, '[]') returning id)
    insert into assignments (id, sample_id, task_id, kind, auditor_id, position)
    select gen_random_uuid(), sample.id, ${taskId}, 'calibration', users.id, 1 from sample, users where users.name = ${name}`;

  const row = page.getByRole("row").filter({ hasText: "Carla Calibrada" });
  for (const path of ["/dashboard/audits", "/dashboard/tasks"]) {
    await page.goto(path);
    await expect(row).toContainText("Hidden until you have completed your calibration");
    await expect(row).not.toContainText("43.21");
    await checkPage(page);
  }
  await page.goto("/dashboard/audits?result=failed");
  await expect(page.getByText("Calls that you have still to calibrate are left out here")).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto(`/dashboard/audits/${auditId}`);
  await expect(page).toHaveURL(new RegExp(`/dashboard/tasks/${taskId}`));
  await expect(page.getByText("You are to calibrate this call")).toBeVisible();
  await page.getByRole("button", { name: "Begin the audit" }).click();
  await expect(page.getByRole("group", { name: "Said hello?" })).toBeFocused();
  for (const key of ["1", "j", "1"]) await page.keyboard.press(key);
  await expect(page.getByText("All saved")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const completed = () => database`select status from audits where task_id = ${taskId} and kind = 'calibration'`;
  await expect.poll(completed).toEqual([{ status: "completed" }]);
  await page.goto("/dashboard/tasks");
  await expect(row).toContainText("43.21");
});
