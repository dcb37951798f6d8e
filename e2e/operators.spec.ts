import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const rows = (page: Page) => page.locator("tbody").getByRole("row");

test("an admin makes an operator, renames them, and every name that they had finds them", async ({ page, signInAs, given, database }) => {
  const mark = randomUUID().slice(0, 8);
  const taken = await given.operator(`Taken ${mark}`);
  await signInAs("admin");
  await page.goto("/dashboard/operators");
  await page.getByRole("link", { name: "Create operator" }).click();
  await page.waitForURL("**/operators/new");
  await page.getByLabel("Name").fill("ras_201");
  await page.getByRole("button", { name: "Create operator" }).click();
  await expect(page.getByText("That is an extension, not a name")).toBeVisible();
  await page.getByLabel("Name").fill(`taken ${mark}`);
  await page.getByRole("button", { name: "Create operator" }).click();
  await expect(page.getByRole("link", { name: `See Taken ${mark}` })).toHaveAttribute("href", `/dashboard/operators/${taken}`);
  await checkPage(page);
  await page.getByLabel("Name").fill(`Élida Ñandú ${mark}`);
  await page.getByRole("button", { name: "Create operator" }).click();
  await expect(page.getByRole("heading", { name: `Élida Ñandú ${mark}` })).toBeVisible();

  await page.getByLabel("Name", { exact: true }).fill(`Élida Núñez ${mark}`);
  await page.getByRole("button", { name: "Change the name" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Élida Núñez ${mark}` })).toBeVisible();
  await expect(page.getByRole("button", { name: `Remove Élida Ñandú ${mark}` })).toBeVisible();
  await page.getByLabel("New alias").fill(`TAKEN ${mark}`);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText(`There is already an operator by that name: Taken ${mark}.`)).toBeVisible();
  await expect(page.getByRole("link", { name: `Merge with Taken ${mark}` })).toBeVisible();
  await page.getByLabel("New alias").fill(`Eli ${mark}`);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("button", { name: `Remove Eli ${mark}` })).toBeVisible();
  await page.getByRole("button", { name: `Remove Élida Ñandú ${mark}` }).click();
  await expect(page.getByRole("button", { name: `Remove Élida Ñandú ${mark}` })).toBeHidden();
  await expect(page.getByText(`Name changed from “Élida Ñandú ${mark}” to “Élida Núñez ${mark}”`)).toBeVisible();
  await checkPage(page);

  await page.goto("/dashboard/operators");
  await page.getByRole("main").getByRole("searchbox").fill(`ELI ${mark}`);
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(`Élida Núñez ${mark}`);
  await page.getByRole("link", { name: "By hand" }).click();
  await expect(page).toHaveURL(/origin=manual/);
  await expect(rows(page)).toHaveCount(1);
  await checkPage(page);
  expect(await database`select name from operator_aliases where match_key like ${`%${mark}`} order by name`).toEqual([
    { name: `Eli ${mark}` },
  ]);
});

test("a likely duplicate is compared, merged and parted again, and another is told apart for good", async ({
  page,
  signInAs,
  given,
  database,
}) => {
  const mark = randomUUID()
    .replace(/[^a-f]/g, "")
    .slice(0, 6);
  const campaignId = await given.campaign(`Merging ${mark}`);
  const [older, newer] = [await given.operator(`José Perez${mark}`), await given.operator(`Perez${mark} Jose`)];
  await given.task({ campaignId, operatorId: older });
  const { taskId } = await given.task({ campaignId, operatorId: newer });
  await given.operator(`Tomás Quiroga${mark}`);
  await given.operator(`T. Quiroga${mark}`);
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/operators/duplicates");
  const pair = page.getByRole("listitem").filter({ hasText: `José Perez${mark}` });
  await expect(pair).toContainText("The same words");
  await expect(pair).toContainText("Both used extension 201");
  // Those without a task in an own campaign are nobody's to this supervisor.
  await expect(page.getByText(`Tomás Quiroga${mark}`)).toBeHidden();
  await checkPage(page);

  await pair.getByRole("link", { name: "Compare and merge" }).click();
  await expect(page.getByText(`1 call moves to José Perez${mark}, with 1 task.`)).toBeVisible();
  await checkPage(page);
  await page.getByRole("link", { name: "Swap" }).click();
  await expect(page.getByText(`1 call moves to Perez${mark} Jose, with 1 task.`)).toBeVisible();
  await page.getByRole("link", { name: "Swap" }).click();
  await expect(page.getByText(`1 call moves to José Perez${mark}`)).toBeVisible();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `José Perez${mark}` })).toBeVisible();
  await expect(page.getByText("It can be undone at any time.")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  expect(await database`select operator_id from tasks where id = ${taskId}`).toEqual([{ operator_id: older }]);
  await page.goto(`/dashboard/operators/${newer}`);
  await expect(page.getByRole("heading", { name: `This operator was merged into José Perez${mark}` })).toBeVisible();
  await checkPage(page);

  await page.getByRole("button", { name: `Undo the merge of Perez${mark} Jose` }).click();
  await expect(page.getByRole("heading", { name: "This operator was merged into" })).toBeHidden();
  await expect(rows(page)).toHaveCount(1);
  expect(await database`select operator_id from tasks where id = ${taskId}`).toEqual([{ operator_id: newer }]);
  await page.getByRole("button", { name: "are not the same person" }).click();
  await expect(page.getByRole("heading", { name: "Likely duplicates" })).toBeHidden();
  await expect(page.getByText(`Not the same person as José Perez${mark}`)).toBeVisible();
});

test("an agent sees the calls of the operator whom a supervisor links them to, at once, and no operators", async ({
  page,
  browser,
  context,
  signInAs,
  given,
  database,
}) => {
  const campaignId = await given.campaign("Linked agents");
  const operatorId = await given.operator(`Linked ${randomUUID().slice(0, 8)}`);
  await given.task({ campaignId, operatorId });
  await signInAs("supervisor", [campaignId]);
  const elsewhere = await browser.newContext({ storageState: await context.storageState() });
  const agentName = await signInAs("agent", [campaignId]);
  for (const path of ["", "/new", "/duplicates", `/merge?source=${operatorId}`, `/${operatorId}`])
    expect((await page.goto(`/dashboard/operators${path}`))?.status(), path).toBe(404);
  await page.goto("/dashboard/tasks");
  await expect(page.getByText("There are no tasks yet")).toBeVisible();

  const supervisor = await elsewhere.newPage();
  await supervisor.goto(`/dashboard/operators/${operatorId}`);
  const account = supervisor.getByLabel("Linked account");
  await account.selectOption({ label: (await account.getByRole("option").filter({ hasText: agentName }).textContent()) ?? "" });
  await supervisor.getByRole("button", { name: "Save" }).click();
  await expect(supervisor.getByText(`Account linked: ${agentName}`)).toBeVisible();
  expect(await database`select operator_id from users where name = ${agentName}`).toEqual([{ operator_id: operatorId }]);
  await expect(rows(page)).toHaveCount(1);

  await account.selectOption({ label: "None" });
  await supervisor.getByRole("button", { name: "Save" }).click();
  await expect(supervisor.getByText(`Account unlinked: ${agentName}`)).toBeVisible();
  await expect(page.getByText("There are no tasks yet")).toBeVisible();
  await elsewhere.close();
});

test("a supervisor changes no operator whom others have calls of too, and finds none of others", async ({ page, signInAs, given }) => {
  const [own, foreign] = [await given.campaign("Own operators"), await given.campaign("Operators of others")];
  const mark = randomUUID().slice(0, 8);
  const [shared, other] = [await given.operator(`Shared ${mark}`), await given.operator(`Foreign ${mark}`)];
  await given.task({ campaignId: own, operatorId: shared });
  await given.task({ campaignId: foreign, operatorId: shared });
  await given.task({ campaignId: foreign, operatorId: other });
  await signInAs("supervisor", [own]);
  await page.goto(`/dashboard/operators?q=${mark}`);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("link", { name: `Shared ${mark}` }).click();
  await expect(page.getByText("Also has calls in campaigns that are not yours")).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Change the name" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Merge with another" })).toBeHidden();
  await checkPage(page);
  for (const path of [`/${other}`, `/merge?source=${shared}`, `/merge?source=${other}`])
    expect((await page.goto(`/dashboard/operators${path}`))?.status(), path).toBe(404);
});
