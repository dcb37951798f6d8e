import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

// Whoever looks after all campaigns is told of the sources and keys of every one.
test.use({ isAlone: true });

test("a source that falls silent is told of everywhere to those who look after it, and no more once events come again", async ({
  page,
  given,
  signInAs,
  watchSources,
  database,
}) => {
  const supervisorEmails = ["ana@example.com", "luz@example.com"];
  const id = await given.source("Hushed sales", { perHour: 240, silentMinutes: 40, supervisorEmails });
  await signInAs("supervisor", [id]);
  await page.goto("/dashboard");
  const sources = page.getByRole("table", { name: "Sources" });
  await expect(sources.getByRole("row", { name: /Hushed sales/ })).toContainText("Healthy");
  const banner = page.getByRole("region", { name: "Alarms" });
  await expect(banner).toBeHidden();

  // The open page hears of it by itself.
  await watchSources();
  await expect(banner).toContainText("Hushed sales is silent: nothing has arrived since");
  await expect(banner).toContainText(/about 16\d events are usual/);
  await expect(sources.getByRole("row", { name: /Hushed sales/ }).getByText("Silent", { exact: true })).toBeVisible();
  await expect(banner.getByRole("link", { name: "Write to its supervisors" })).toHaveAttribute(
    "href",
    "mailto:ana@example.com,luz@example.com?subject=Hushed%20sales%3A%20Silent",
  );
  expect(await database`select kind, evidence from source_alarms where campaign_id = ${id}`).toMatchObject([{ kind: "silent" }]);
  await checkPage(page);

  await banner.getByRole("link", { name: "See what is wrong" }).click();
  await expect(page.getByRole("tab", { name: "Health" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByText(/Nothing has arrived since .* About 16\d events are usual in such a time/)).toBeVisible();
  await expect(page.getByRole("img", { name: /Today's events by hour/ })).toBeVisible();
  await page.getByText("Show as a table").click();
  await expect(page.getByRole("row", { name: /^05:00 \S+ 240$/ })).toBeVisible();
  await checkPage(page);

  await page.goto("/dashboard/campaigns");
  await expect(page.getByRole("row", { name: /Hushed sales/ }).getByText("Silent", { exact: true })).toBeVisible();
  await banner.getByRole("button", { name: "Hide until something new happens" }).click();
  await expect(banner).toBeHidden();
  await page.goto(`/dashboard/campaigns/${id}/health`);
  await expect(page.getByRole("heading", { name: "What is wrong now" })).toBeVisible();
  await expect(banner).toBeHidden();

  await given.event(id);
  await watchSources();
  await expect(page.getByRole("heading", { name: "What is wrong now" })).toBeHidden();
  expect(await database`select from source_alarms where campaign_id = ${id}`).toHaveLength(0);
});

test("an admin sees the sources of all campaigns summed up in one line, and keys that are about to expire", async ({
  page,
  given,
  signInAs,
  watchSources,
  database,
}) => {
  const first = await given.source("Quiet one", { perHour: 240, silentMinutes: 45 });
  const second = await given.source("Quiet two", { perHour: 240, silentMinutes: 50 });
  // Several keys are told of as a number: those of other tests are through with.
  await database`update api_keys set revoked_at = now() where expires_at < now() + interval '8 days' and revoked_at is null`;
  await given.apiKey("Key on its last days");
  await database`update api_keys set expires_at = now() + interval '3 days' where name = 'Key on its last days'`;
  await watchSources();
  await signInAs("admin");
  await page.goto("/dashboard/tasks");
  const banner = page.getByRole("region", { name: "Alarms" });
  await expect(banner).toContainText("sources have something wrong");
  await expect(banner).toContainText("Quiet one (silent)");
  await expect(banner).toContainText("Key on its last days");
  await banner.getByRole("link", { name: "See all" }).click();
  await expect(
    page
      .getByRole("table", { name: "Sources" })
      .getByRole("row", { name: /Quiet two/ })
      .getByText("Silent", { exact: true }),
  ).toBeVisible();

  for (const id of [first, second]) await given.event(id);
  await watchSources();
  // Once healthy it may make room for others among the worst.
  const silentRow = page.getByRole("table", { name: "Sources" }).getByRole("row", { name: /Quiet two.*Silent/ });
  await expect(silentRow).toHaveCount(0);
  expect([...(await database`select kind from source_alarms where campaign_id in (${first}, ${second})`)]).toEqual([]);
  await expect(banner).not.toContainText("Quiet one");
  await database`update api_keys set revoked_at = now() where name = 'Key on its last days'`;
});

test("an auditor and another's supervisor hear of no alarm, and find no health page", async ({ page, given, signInAs, watchSources }) => {
  const id = await given.source("Not theirs", { perHour: 240, silentMinutes: 40 });
  const other = await given.campaign("Somebody's own", "anura");
  await watchSources();
  for (const [role, campaigns] of [
    ["auditor", [id]],
    ["supervisor", [other]],
  ] as const) {
    await signInAs(role, [...campaigns]);
    await page.goto("/dashboard");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("region", { name: "Alarms" })).toBeHidden();
    await expect(page.getByRole("row", { name: /Not theirs/ })).toBeHidden();
    expect((await page.goto(`/dashboard/campaigns/${id}/health`))?.status(), role).toBe(404);
  }
  await signInAs("auditor", [id]);
  await page.goto("/dashboard/campaigns");
  await expect(page.getByRole("row", { name: /Not theirs/ })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Health" })).toBeHidden();
  await given.event(id);
  await watchSources();
});
