import { checkPage } from "./fixtures/check-page";
import { isAwake } from "./fixtures/is-awake";
import { expect, test } from "./fixtures/test";

test("an admin creates a campaign, chooses Anura, and copies the body with the campaign's own number", async ({
  page,
  context,
  signInAs,
  database,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("admin");
  await page.goto("/dashboard/campaigns");
  await page.getByRole("link", { name: "Create campaign" }).first().click();
  const audioSources = page.getByRole("tab", { name: "Audio Sources" });
  await expect(audioSources).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("Audio Sources opens once the campaign is saved")).toBeVisible();

  await page.getByLabel("Description").fill("Kept while the name is missing");
  await page.getByRole("button", { name: "Save campaign" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await expect(page.getByLabel("Description")).toHaveValue("Kept while the name is missing");
  await page.getByLabel("Name").fill("Renewals by clipboard");
  await page.getByLabel("Time zone").selectOption("America/Bogota");
  await page.getByRole("button", { name: "Save campaign" }).click();
  await page.waitForURL(/\/campaigns\/\d+\/audio-sources$/);
  const id = Number(/\/campaigns\/(\d+)\//.exec(page.url())?.[1]);
  await expect(page.getByRole("heading", { name: `Campaign ID #${id}` })).toBeVisible();
  await page.getByRole("button", { name: "Copy the campaign's number" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(String(id));

  await page.getByRole("radio", { name: /^Anura/ }).check();
  await page.getByRole("button", { name: "Save source" }).click();
  await expect(page.getByRole("heading", { name: "Connect Anura" })).toBeVisible();
  await page.getByRole("button", { name: "Copy the body" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bodyTemplateOf(id));

  const [row] = await database`
    select name, description, time_zone as "timeZone", source from campaigns join campaign_sources on campaign_id = id where id = ${id}`;
  expect(row).toEqual({
    name: "Renewals by clipboard",
    description: "Kept while the name is missing",
    timeZone: "America/Bogota",
    source: "anura",
  });
});

test("an archived campaign leaves the list until it is restored", async ({ page, signInAs, given, database }) => {
  const id = await given.campaign("Archived and back", "anura");
  await signInAs("admin");
  await page.goto(`/dashboard/campaigns/${id}`);
  await page.getByRole("button", { name: "Archive campaign" }).click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByText("This campaign is archived")).toBeVisible();
  await page.goto(`/dashboard/campaigns?q=%23${id}`);
  await expect(page.getByText("No campaign matches")).toBeVisible();
  await page.getByRole("link", { name: "Archived", exact: true }).click();
  await page.getByRole("link", { name: "Archived and back" }).click();
  await page.getByRole("button", { name: "Restore campaign" }).click();
  await expect(page.getByRole("button", { name: "Archive campaign" })).toBeVisible();
  const [row] = await database`select archived_at as "archivedAt" from campaigns where id = ${id}`;
  expect(row).toEqual({ archivedAt: null });
});

test("a supervisor reads their own campaigns, and nothing says that others exist", async ({ page, signInAs, given }) => {
  const own = await given.campaign("Own campaign", "anura");
  const other = await given.campaign("Campaign of others", "anura");
  await signInAs("supervisor", [own]);
  await page.goto("/dashboard/campaigns");
  await expect(page.getByRole("link", { name: "Own campaign" })).toBeVisible();
  await expect(page.getByText("Campaign of others")).toBeHidden();
  await expect(page.getByRole("link", { name: "Create campaign" })).toBeHidden();
  await page.goto(`/dashboard/campaigns/${own}`);
  await expect(page.getByRole("button", { name: "Save changes" })).toBeHidden();
  for (const path of [`/${other}`, `/${own}/audio-sources`, "/new", "/nonsense", "/99999999999"]) {
    expect((await page.goto(`/dashboard/campaigns${path}`))?.status(), path).toBe(404);
  }
});

test("an agent has no campaigns, whatever address they try", async ({ page, signInAs, given }) => {
  const id = await given.campaign("Not for agents", "anura");
  await signInAs("agent", [id]);
  for (const path of ["", `/${id}`, `/${id}/audio-sources`, "/new"]) {
    expect((await page.goto(`/dashboard/campaigns${path}`))?.status(), path).toBe(404);
  }
});

test("campaigns and the guide can be used without seeing colours, by keyboard and on a phone", async ({ page, signInAs, given }) => {
  const id = await given.campaign("Accessible", "anura");
  await signInAs("admin");
  for (const path of ["", "/new", `/${id}`, `/${id}/audio-sources`]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/dashboard/campaigns${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await isAwake(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await checkPage(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/dashboard/campaigns/${id}`);
  await isAwake(page);
  await page.getByRole("tab", { name: "General" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Audio Sources" })).toHaveAttribute("aria-selected", "true");
});

/** SPEC of the guide: thirteen variables in their order, and the campaign's number without quotes. */
function bodyTemplateOf(campaignId: number): string {
  return `{
  "dialtime": "{{ dialtime }}",
  "direction": "{{ direction }}",
  "calling": "{{ calling }}",
  "called": "{{ called }}",
  "status": "{{ status }}",
  "duration": "{{ duration }}",
  "billseconds": "{{ billseconds }}",
  "wasrecorded": "{{ wasrecorded }}",
  "audio_file_mp3": "{{ audio_file_mp3 }}",
  "accountname": "{{ accountname }}",
  "accountextension": "{{ accountextension }}",
  "queueagentname": "{{ queueagentname }}",
  "answerterminal": "{{ answerterminal }}",
  "campaign_id": ${campaignId}
}`;
}
