import { readFile } from "node:fs/promises";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

test("a scorecard is built, weighed, published, changed and compared, and goes as a file to another campaign", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const id = await given.campaign("Scored calls");
  const otherId = await given.campaign("Scored elsewhere");
  await signInAs("supervisor", [id, otherId]);
  await page.goto(`/dashboard/campaigns/${id}`);
  await expect(page.getByText("The calls of this campaign can't be audited")).toBeVisible();
  await page.getByRole("link", { name: "Draw up its scorecard" }).click();
  await page.getByRole("button", { name: "Start from scratch" }).click();

  await page.getByRole("button", { name: "Question 1: not written yet" }).click();
  await page.getByLabel("Question", { exact: true }).fill("Does the agent say hello?");
  await page.getByLabel("If it fails").selectOption("whole");
  await page.getByLabel("Who answers").selectOption("machine");
  await page.getByLabel("Phrases").fill("hello\n\ngood morning ");
  await page.getByLabel("Within the first").fill("30");
  await page.getByLabel("Weight of Does the agent say hello?").fill("33,34");
  await page.getByRole("button", { name: "Does the agent say hello?", exact: true }).click();
  await page.getByRole("button", { name: "Add question" }).click();
  await expect(page.getByLabel("Question", { exact: true })).toBeFocused();
  await page.getByLabel("Question", { exact: true }).fill("How well does the agent listen?");
  await page.getByLabel("Answer", { exact: true }).selectOption("scale");
  await page.getByRole("button", { name: "Duplicate How well does the agent listen?" }).click();
  await page.getByLabel("Question", { exact: true }).last().fill("Is the offer explained?");
  await page.getByLabel("Does not always apply").last().check();
  await page.getByLabel("When it applies").fill("There is an offer");
  const publish = page.getByRole("button", { name: "Publish version 1" });
  await expect(publish).toBeDisabled();
  await expect(page.getByText("The weights add up to 33.34, not 100")).toBeVisible();
  await page.getByRole("button", { name: "Spread the rest" }).click();
  await expect(page.getByLabel("Weight of Is the offer explained?")).toHaveValue("33.33");

  const example = page.locator("section", { has: page.getByRole("heading", { name: "Try the score" }) });
  await expect(example).toContainText("100.00");
  await example.getByLabel("How well does the agent listen?").selectOption("3");
  await example.getByLabel("Is the offer explained?").selectOption("Does not apply");
  await expect(example).toContainText("80.00");
  await expect(example).toContainText("Passes (from 80)");
  await example.getByLabel("Does the agent say hello?").selectOption("Does not");
  await expect(example).toContainText("Without the critical failure: 30.00");

  await page.getByLabel("What changed").fill("First one");
  await publish.click();
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  await checkPage(page);
  const asked = await database`
    select position, question, weight::float8 as weight, critical, condition, rule from criteria join scorecard_versions on scorecard_versions.id = version_id
      join scorecards on scorecards.id = scorecard_id where campaign_id = ${id} and number = 1 order by position`;
  expect([...asked]).toMatchObject([
    {
      ...{ question: "Does the agent say hello?", weight: 33.34, critical: "whole" },
      rule: { phrases: { isSaid: true, speaker: "agent", phrases: ["hello", "good morning"], withinFirstSeconds: 30 } },
    },
    { question: "How well does the agent listen?", weight: 33.33, condition: null },
    { question: "Is the offer explained?", weight: 33.33, condition: "There is an offer" },
  ]);

  const greeting = page.getByRole("button", { name: "Does the agent say hello?", exact: true });
  await greeting.click();
  await page.getByLabel("Phrases").fill("goodbye");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Discard the draft…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
  await expect(page.getByLabel("Phrases")).toHaveValue("hello\ngood morning");
  await greeting.click();

  await page.getByRole("button", { name: "Remove Is the offer explained?" }).click();
  await page.getByLabel("Weight of How well does the agent listen?").fill("66.66");
  await expect(page.getByText("Draft. Audits use version 1.")).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as a file" }).click();
  const path = await (await download).path();
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ format: "auditoria-scorecard", campaign: "Scored calls", number: null });

  await page.getByRole("link", { name: "Versions" }).click();
  await expect(page.getByText("First one")).toBeVisible();
  const row = (text: string) => page.getByRole("listitem").filter({ hasText: text });
  await expect(row("Is the offer explained?")).toContainText("Removed");
  await expect(row("How well does the agent listen?")).toContainText(/Weight\s*33\.33\s*66\.66/);
  await checkPage(page);

  await page.goto(`/dashboard/campaigns/${otherId}/scorecard`);
  await page.getByRole("button", { name: "Import a file" }).click();
  const dialog = page.getByRole("dialog");
  const wrong = {
    format: "auditoria-scorecard",
    version: 1,
    sections: [{ title: "A", criteria: [{ question: "B?", kind: "yes_no", weight: 101 }] }],
  };
  await dialog
    .getByLabel("File")
    .setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(wrong)) });
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(dialog).toContainText('Section 1, question 1: "weight" will not do.');
  await dialog.getByLabel("File").setInputFiles(path);
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(page.getByRole("button", { name: "How well does the agent listen?", exact: true })).toBeVisible();
});

test("a scorecard is edited by keyboard, a second tab is refused in words, and an auditor reads it and cannot change it", async ({
  page,
  context,
  given,
  signInAs,
}) => {
  const id = await given.campaign("By keyboard");
  await signInAs("supervisor", [id]);
  await page.goto(`/dashboard/campaigns/${id}/scorecard`);
  await checkPage(page);
  await page.getByRole("button", { name: "Start from a template" }).press("Enter");
  const questions = page.getByRole("region", { name: "Opening" }).getByRole("listitem");
  await expect(questions).toHaveCount(2);
  const second = await context.newPage();
  await second.goto(page.url());

  const down = page.getByRole("button", { name: /^Move Does the agent greet .* down$/ });
  await down.press("Enter");
  await expect(questions.first()).toContainText("verify who is speaking");
  await expect(down).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(questions).toHaveCount(1);
  await page.getByRole("button", { name: "Remove Opening" }).press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(questions).toHaveCount(1);
  const nextTitle = page.getByLabel("Title of section 2");
  const before = await nextTitle.inputValue();
  await nextTitle.fill(await page.getByLabel("Title of section 1").inputValue());
  await expect(nextTitle).toHaveAccessibleDescription(/The section above has this title too/);
  await nextTitle.fill(before);
  await expect(page.getByText("The section above has this title too")).toHaveCount(0);
  await page.getByLabel("Title of section 1").fill("");
  await page.getByRole("button", { name: "The title of section 1 is missing" }).press("Enter");
  await expect(page.getByLabel("Title of section 1")).toBeFocused();
  await page.keyboard.type("Identity");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await second.getByLabel("Title of section 1").fill("Mine");
  await expect(second.getByText("Somebody has changed this scorecard since you opened it")).toBeVisible();
  await checkPage(second);
  await second.getByRole("button", { name: "Load what is there now" }).click();
  await expect(second.getByLabel("Title of section 1")).toHaveValue("Identity");
  await second.close();
  await page.getByRole("button", { name: "Publish version 1" }).press("Enter");
  await expect(page.getByText("Version 1 is published.")).toBeVisible();

  await signInAs("auditor", [id]);
  await page.goto(`/dashboard/campaigns/${id}/scorecard`);
  await expect(page.getByRole("heading", { name: "Identity" })).toBeVisible();
  await expect(page.getByText("No silence of more than 30 seconds")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Publish|Add|Remove)/ })).toHaveCount(0);
  await checkPage(page);
  await signInAs("agent", [id]);
  expect((await page.goto(`/dashboard/campaigns/${id}/scorecard`))?.status()).toBe(404);
});
