import type { Page } from "@playwright/test";
import { TASK_STATUSES } from "@/db/enums";
import { checkPage } from "./fixtures/check-page";
import { isAwake } from "./fixtures/is-awake";
import { expect, test } from "./fixtures/test";

const rows = (page: Page) => page.locator("tbody").getByRole("row");

test("a new task appears in an open list without reload, and only for those who may see it", async ({ page, request, given, signInAs }) => {
  const [sales, support, operatorId] = await Promise.all([
    given.campaign("Live sales"),
    given.campaign("Live support"),
    given.operator("Nora Viva"),
  ]);
  await signInAs("supervisor", [sales]);
  await page.goto("/dashboard/tasks");
  await expect(page.getByText("There are no tasks yet")).toBeVisible();
  await given.task({ campaignId: support, call: { calling: "+54 11 4000-0001" } });
  await given.task({ campaignId: sales, operatorId, call: { calling: "+54 11 4000-0002" } });
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Nora Viva");
  await expect(rows(page)).toContainText("+54 11 4000-0002");

  expect((await request.get("/api/events")).status()).toBe(401);
});

test("filters, sort and page live in the address, so that a list can be sent to somebody", async ({ page, given, signInAs }) => {
  const [campaignId, operatorId] = await Promise.all([given.campaign("Filtered"), given.operator("Óscar Filtrado")]);
  for (let index = 0; index < 12; index++)
    await given.task({
      campaignId,
      operatorId: index < 3 ? operatorId : null,
      call: { durationSeconds: 60 + index, direction: index % 2 ? "outbound" : "inbound" },
      task: { status: index === 0 ? "failed" : "pending", failure: index === 0 ? "The decoder gave up." : null },
    });
  await signInAs("auditor", [campaignId]);
  await page.goto("/dashboard/tasks?size=10");
  await expect(rows(page)).toHaveCount(10);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(rows(page)).toHaveCount(10);

  await page.getByRole("link", { name: "Duration" }).click();
  await expect(rows(page).first()).toContainText("1:11");
  await expect(page.getByRole("columnheader", { name: "Duration" })).toHaveAttribute("aria-sort", "descending");

  await page.getByRole("button", { name: "Status" }).press("Enter");
  await page.getByRole("option", { name: "Failed" }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Clear filters" }).click();

  await page.getByRole("searchbox", { name: "Number, operator, file" }).fill("oscar");
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Direction" }).click();
  await page.getByRole("option", { name: "Outbound" }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/q=oscar/);
  await expect(page).toHaveURL(/direction=outbound/);
  await expect(page).toHaveURL(/sort=duration/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole("searchbox", { name: "Number, operator, file" }).fill("nobody");
  await expect(page.getByText("No task matches")).toBeVisible();
});

test("the operator filter finds people by part of their name, by keyboard alone, and drops them again", async ({
  page,
  given,
  signInAs,
}) => {
  const [campaignId, operatorId] = await Promise.all([given.campaign("By operator"), given.operator("Íñigo Ñandú")]);
  await given.task({ campaignId, operatorId });
  await given.task({ campaignId });
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/tasks");
  await expect(rows(page)).toHaveCount(2);
  const button = page.getByRole("button", { name: "Operator", exact: true });
  const field = page.getByRole("combobox", { name: "Operator" });
  await button.press("Enter");
  await field.fill("nandu");
  await expect(page.getByRole("option")).toHaveCount(2);
  await field.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await field.fill("nandu");
  await expect(page.getByRole("option")).toHaveCount(2);
  await field.press("ArrowUp");
  await field.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(button).toBeFocused();
  await page.getByRole("button", { name: "Remove Íñigo Ñandú" }).click();
  await expect(rows(page)).toHaveCount(2);
});

test("another's task answers 404, and one's own shows its call, and how it was received to those who may know", async ({
  page,
  given,
  signInAs,
}) => {
  const [own, foreign] = await Promise.all([given.campaign("Own"), given.campaign("Foreign")]);
  const task = await given.task({ campaignId: own, call: { calling: "+54 11 4000-0003" }, recording: { isPartial: true } });
  const path = `/dashboard/tasks/${task.taskId}`;
  await signInAs("supervisor", [foreign]);
  expect((await page.goto(path))?.status()).toBe(404);
  expect((await page.goto("/dashboard/tasks/0199a1b2-0000-7000-8000-000000000001"))?.status()).toBe(404);
  await signInAs("supervisor", [own]);
  expect((await page.goto(path))?.status()).toBe(200);
  await expect(page.getByRole("heading", { name: "Call from +54 11 4000-0003" })).toBeVisible();
  await expect(page.getByText("Partial?")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Attempts to fetch it" })).toBeVisible();
  await signInAs("auditor", [own]);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Recording" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Attempts to fetch it" })).toBeHidden();
});

for (const name of ["overview", "list", "task"] as const)
  test(`the ${name} can be used without seeing colours and at the width of a phone`, async ({ page, given, signInAs }) => {
    const campaignId = await given.campaign("A campaign with a name that is much longer than any column would like it to be");
    const operatorId = await given.operator();
    for (const status of TASK_STATUSES)
      await given.task({ campaignId, operatorId, task: { status, failure: status === "failed" ? "The decoder gave up." : null } });
    const { taskId } = await given.task({ campaignId, recording: { isPartial: true } });
    await signInAs("admin");
    const paths = { overview: "/dashboard", list: `/dashboard/tasks?campaign=${campaignId}`, task: `/dashboard/tasks/${taskId}` };
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(paths[name]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await isAwake(page);
    await checkPage(page);
  });
