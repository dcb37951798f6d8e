import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { anuraCall, sendToAnura } from "./fixtures/anura-call";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const rows = (page: Page) => page.locator("tbody").getByRole("row");
const panel = (page: Page, name: string) => page.locator("section", { has: page.getByRole("heading", { name, exact: true }) });

test("filters live in the address, and what arrives appears by itself with its verdict", async ({
  page,
  request,
  database,
  given,
  signInAs,
}) => {
  const [campaignId, key] = await Promise.all([given.campaign("Reception filters", "anura"), given.apiKey("Reception filters")]);
  const [apiKey] = await database`select id from api_keys where name = 'Reception filters'`;
  await sendToAnura(request, key, anuraCall({ campaign_id: campaignId, hooktrigger: "START" }));
  await sendToAnura(request, key, "{ not JSON");
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      sendToAnura(request, key, anuraCall({ campaign_id: campaignId, cdrid: `r-${index}`, wasrecorded: "no" })),
    ),
  );
  await signInAs("admin");
  await page.goto(`/dashboard/reception?key=${apiKey?.id}&size=10`);
  await expect(rows(page)).toHaveCount(10);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: "The body is not valid JSON." })).toContainText("400");
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(rows(page)).toHaveCount(10);

  await page.getByRole("button", { name: "Verdict" }).press("Enter");
  await page.getByRole("option", { name: "Refused" }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/verdict=refused/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByRole("button", { name: "Reason" }).click();
  await page.getByRole("option", { name: "It is not the END event." }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill(`#${campaignId}`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(`Reception filters#${campaignId}`);
  await expect(rows(page)).toContainText("START");

  await page.goto(`/dashboard/reception?campaign=${campaignId}&verdict=accepted`);
  await expect(page.getByText("No delivery matches")).toBeVisible();
  const { receipt_id: receipt } = await sendToAnura(request, key, anuraCall({ campaign_id: campaignId, accountname: "{{ acountname }}" }));
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("1 warning");
  await checkPage(page);
  await page.goto(`/dashboard/reception?q=${receipt}`);
  await rows(page).getByRole("link").click();
  await expect(page).toHaveURL(`/dashboard/reception/${receipt}`);
});

test("what a hostile body holds is shown and does nothing, field by field and whole, to admins alone", async ({
  page,
  request,
  database,
  given,
  signInAs,
}) => {
  const [campaignId, key] = await Promise.all([given.campaign("Hostile", "anura"), given.apiKey("Hostile")]);
  const hostile = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">\u202Egnp.exe\u0000\u200B';
  const body = anuraCall({
    campaign_id: campaignId,
    duration: "soon",
    calling: hostile,
    cdrid: 1,
    filler: "x".repeat(180_000),
    "<b>key</b>": hostile,
  });
  const { receipt_id: receipt } = await sendToAnura(request, key, body);
  const binary = await sendToAnura(request, key, Buffer.from([0xff, 0xfe, 0x00, 0x41]));
  await signInAs("admin");
  await page.goto(`/dashboard/reception/${receipt}`);
  await expect(page.getByText("Fields are missing, or have values that cannot be read.").first()).toBeVisible();
  const fields = panel(page, "Field by field").getByRole("row");
  await expect(fields.filter({ hasText: "duration" }).filter({ hasText: "soon" })).toContainText('duration was sent as "soon"');
  await expect(fields.filter({ hasText: "calling" })).toContainText("<script>window.hacked = 1</script>");
  await expect(fields.filter({ hasText: "calling" })).toContainText("U+202E");
  await expect(fields.filter({ hasText: "dialtime" })).toContainText("Nov 20, 2026, 12:00:00");
  await expect(fields.filter({ hasText: "queueagentname" })).toContainText("Nora Recibida");
  const whole = page.getByRole("region", { name: "What arrived" });
  await expect(whole).toContainText('"cdrid": 1,');
  await expect(whole).not.toContainText('"<b>key</b>"');
  await page.getByText("As it came").click();
  for (let part = 0; part < 9; part++) {
    const before = await whole.textContent();
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(async () => (await whole.textContent()) !== before).toBe(true);
  }
  await expect(whole).toContainText('"<b>key</b>"');
  await expect(page.getByRole("button", { name: "Show more" })).toBeHidden();
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(await page.locator("main img, main b").count()).toBe(0);
  await checkPage(page);

  const file = await page.request.get(`/api/deliveries/${receipt}/body`);
  expect(await file.body()).toEqual(Buffer.from(JSON.stringify(body)));
  expect(file.headers()).toMatchObject({ "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" });
  expect(file.headers()["content-disposition"]).toMatch(/^attachment;/);
  expect(await database`select actor_name from audit_log where action = 'delivery.read' and object_id = ${receipt ?? ""}`).toHaveLength(1);
  await page.goto(`/dashboard/reception/${binary.receipt_id}`);
  await expect(page.getByRole("region", { name: "What arrived" })).toContainText("ff fe 00 41");

  await signInAs("supervisor", [campaignId]);
  for (const path of ["", `/${receipt}`, `/${receipt}/fix`, "/replay", "/unauthorized"])
    expect((await page.goto(`/dashboard/reception${path}`))?.status(), path).toBe(404);
  expect((await page.request.get(`/api/deliveries/${receipt}/body`)).status()).toBe(404);
});

test("a delivery for the wrong campaign is pointed to the right one, a broken one is fixed, and each makes one task", async ({
  page,
  request,
  database,
  given,
  signInAs,
}) => {
  const [campaignId, key] = await Promise.all([given.campaign("Right at last", "anura"), given.apiKey("Wrong campaign")]);
  const recording = await readFile("demo/recordings/es-welcome.mp3");
  const host = createServer((_, response) => response.writeHead(200, { "Content-Type": "audio/mpeg" }).end(recording));
  const port = Number(process.env.E2E_RECORDING_PORTS?.split(",")[1]);
  await new Promise<void>((resolve) => host.listen(port, "127.0.0.1", resolve));
  const tasks = async () => (await database`select id from tasks where campaign_id = ${campaignId}`).length;
  try {
    const body = anuraCall({ campaign_id: 987_654, cdrid: "pointed", audio_file_mp3: `http://127.0.0.1:${port}/1.mp3` });
    const wrong = await sendToAnura(request, key, body);
    const fixed = JSON.stringify({ ...body, campaign_id: campaignId, cdrid: "fixed", audio_file_mp3: `http://127.0.0.1:${port}/2.mp3` });
    const broken = await sendToAnura(request, key, fixed.replace('"duration":"9"', '"duration":'));
    await signInAs("admin");

    await page.goto(`/dashboard/reception/${wrong.receipt_id}`);
    await expect(panel(page, "Take it in again")).toContainText("There is no campaign of this number.");
    await page.getByLabel("Point to a campaign").selectOption({ label: `Right at last #${campaignId}` });
    await page.getByRole("button", { name: "Replay there" }).click();
    await expect(panel(page, "Take it in again").getByRole("status")).toContainText("Accepted");
    await expect.poll(tasks).toBe(1);
    await page.getByLabel("Point to a campaign").selectOption({ label: `Right at last #${campaignId}` });
    await page.getByRole("button", { name: "Replay there" }).click();
    await expect(panel(page, "Take it in again").getByRole("status")).toContainText("Duplicate");
    await expect(panel(page, "Replays")).toContainText("Repeated 2 times");
    await page.getByRole("link", { name: "Open the new delivery" }).click();
    await expect(panel(page, "Replays")).toContainText("This one repeats");
    await expect(panel(page, "Its call").getByRole("listitem")).toHaveCount(3);

    await page.goto(`/dashboard/reception/${broken.receipt_id}`);
    await page.getByRole("link", { name: "Fix and replay" }).click();
    const editor = page.getByLabel("Body");
    await expect(page.getByText(/Line 1, column \d+/)).toBeVisible();
    await expect(page.getByText("A value is missing here")).toBeVisible();
    await checkPage(page);
    await page.getByRole("button", { name: /Go to line 1/ }).click();
    await expect(editor).toBeFocused();
    await editor.fill(fixed);
    await expect(page.getByText("It makes a call with a task.")).toBeVisible();
    await page.getByRole("button", { name: "Replay the corrected body" }).click();
    await expect(page.getByRole("link", { name: "Open its call" })).toBeVisible();
    await expect.poll(tasks).toBe(2);
    const [original] = await database`select verdict, reason from deliveries where id = ${broken.receipt_id ?? ""}`;
    expect(original).toEqual({ verdict: "refused", reason: "invalid_json" });
  } finally {
    host.close();
  }
});

test("what was refused for a reason is replayed in a job that can be stopped, each delivery once", async ({
  page,
  request,
  database,
  given,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const COUNT = 2000;
  const key = await given.apiKey("Bulk");
  const body = anuraCall({ campaign_id: 987_655, wasrecorded: "no", cdrid: "bulk-0" });
  const first = await sendToAnura(request, key, body);
  // As many more as came while nobody looked, each of a call of its own.
  await database`
    insert into deliveries select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7(),
      'raw', '\\x' || encode(convert_to(replace(convert_from(d.raw, 'UTF8'), 'bulk-0', 'bulk-' || n), 'UTF8'), 'hex')))).*
    from deliveries d, generate_series(1, ${COUNT - 1}) n where d.id = ${first.receipt_id ?? ""}`;
  const campaignId = await given.campaign("Made too late", "anura");
  const [apiKey] = await database`select id from api_keys where name = 'Bulk'`;
  const replayed = async () => {
    const [found] = await database`select count(*)::int as count, count(distinct replay_of)::int as originals from deliveries
      where campaign_id = ${campaignId} and replay_of is not null`;
    return { count: Number(found?.count), originals: Number(found?.originals) };
  };

  await signInAs("admin");
  await page.goto(`/dashboard/reception?key=${apiKey?.id}&reason=unknown_campaign`);
  await page.getByRole("link", { name: "Replay refused…" }).click();
  await expect(page.getByText("2,000 refused deliveries")).toBeVisible();
  await page.getByLabel("Send them to").selectOption({ label: `Made too late #${campaignId}` });
  await expect(page).toHaveURL(/target=/);
  await checkPage(page);
  const order = async () => {
    await page.getByRole("button", { name: /^Replay [\d,]+ deliver/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Replay" }).click();
  };
  await order();
  await expect.poll(async () => (await replayed()).count).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped")).toBeVisible();
  const { count } = await replayed();
  expect(count).toBeLessThan(COUNT);
  await expect(page.getByText(`${(COUNT - count).toLocaleString("en-US")} refused deliveries`)).toBeVisible();

  await order();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText("No refused delivery")).toBeVisible();
  expect(await replayed()).toEqual({ count: COUNT, originals: COUNT });
});

test("requests without a valid key are told with their reason, last characters and what to do", async ({
  page,
  request,
  given,
  signInAs,
}) => {
  const key = await given.apiKey("Mistyped");
  const mistyped = `${key.slice(0, -4)}${key.slice(-4) === "0000" ? "1111" : "0000"}`;
  for (const wrong of [mistyped, "not-a-key", undefined]) {
    const headers = { "X-Forwarded-For": "198.51.100.99", ...(wrong ? { "X-API-Key": wrong } : {}) };
    expect((await request.post("/webhook/anura/", { headers, data: {} })).status()).toBe(401);
  }
  await signInAs("admin");
  await expect
    .poll(async () => {
      await page.goto("/dashboard/reception/unauthorized");
      return page.locator("main").getByText("…0000").count();
    })
    .toBeGreaterThan(0);
  await expect(page.getByText("No key was sent").first()).toBeVisible();
  await expect(page.getByText("Add the header X-API-Key").first()).toBeVisible();
  await page.getByRole("link", { name: "Last 30 days" }).click();
  await expect(page).toHaveURL(/days=30/);
  await expect(page.getByText("What was sent is not a key of ours").first()).toBeVisible();
  await checkPage(page);
});
