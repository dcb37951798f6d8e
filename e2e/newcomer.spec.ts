import { expect, test } from "@playwright/test";
import { freePort, type Installation, makeDataDir, runAdmin, startInstallation } from "./fixtures/start-installation";

test.use({ locale: "en-US" });

/** What the first call may take of a newcomer's time. */
const MAX_SECONDS = 60;

let installation: Installation;
let origin = "";
let folder: Awaited<ReturnType<typeof makeDataDir>>;
test.beforeAll(async () => {
  folder = await makeDataDir();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  installation = await startInstallation({ dataDir: folder.dataDir, port });
});
test.afterAll(async () => {
  installation.child.kill("SIGTERM");
  await installation.ended;
  await folder.remove();
});

test("from the first page of a new installation to the task of its first call, by clicks alone, takes a newcomer less than a minute", async ({
  page,
}, testInfo) => {
  const startedAt = Date.now();
  await page.goto(origin);
  await page.getByLabel("Name").fill("Ana Admin");
  await page.getByLabel("E-mail").fill("ana@example.com");
  await page.getByLabel("Password").fill("correct horse battery staple");
  await page.getByRole("button", { name: "Create the account and sign in" }).click();

  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
  await page.getByRole("link", { name: "Create a campaign" }).click();
  await page.getByLabel("Name").fill("Sales");
  await page.getByRole("button", { name: "Save campaign" }).click();

  await page.getByRole("radio", { name: /^Anura/ }).check();
  await page.getByRole("button", { name: "Save source" }).click();
  await page.getByRole("button", { name: "Send a sample call" }).click();
  await page.getByRole("status").getByRole("link", { name: "Open the task" }).click();
  await expect(page.getByRole("heading", { name: /1140001234/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const seconds = (Date.now() - startedAt) / 1000;
  testInfo.annotations.push({ type: "from the first page to the first task", description: `${seconds.toFixed(1)} s` });
  expect(seconds).toBeLessThan(MAX_SECONDS);

  expect(await runAdmin(folder.dataDir, "task", "list")).toMatchObject([
    { operator: "Sample Operator", direction: "inbound", source: "anura", status: "pending" },
  ]);
});
