import { randomUUID } from "node:crypto";
import { checkPage } from "./fixtures/check-page";
import { isAwake } from "./fixtures/is-awake";
import { loseNextAction } from "./fixtures/lose-next-action";
import { storeRecording } from "./fixtures/store-recording";
import { expect, test } from "./fixtures/test";

const SAID = [
  "Buenos días, ¿en qué puedo ayudarlo?",
  "Quiero cancelar la facturación electrónica.",
  "Por supuesto, ya mismo lo veo.",
  "Muchas gracias, la facturación de octubre estaba mal.",
];

test("a call is heard and read at once: what is said leads to the sound, and the sound to what is said", async ({
  page,
  given,
  signInAs,
}) => {
  const campaignId = await given.campaign("Heard");
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, recording });
  await given.transcript({ taskId, said: SAID });
  await signInAs("auditor", [campaignId]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  const lines = page.getByRole("list", { name: "Transcript" }).getByRole("listitem");
  await expect(lines).toHaveCount(4);
  const position = page.getByRole("slider", { name: "Position" });

  await page.getByRole("button", { name: "Play from 0:10" }).click();
  await expect(position).toHaveValue("10");
  await expect(lines.nth(2).locator("[aria-current=true]")).toBeVisible();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(10.3);
  await page.getByRole("button", { name: "Pause" }).click();

  await lines.nth(1).getByText("facturación").click();
  expect(Number(await position.inputValue())).toBeGreaterThanOrEqual(5);
  expect(Number(await position.inputValue())).toBeLessThan(9.5);

  await page.getByRole("searchbox", { name: "Search in what is said" }).fill("FACTURACION");
  await expect(page.getByText("1 of 2")).toBeVisible();
  await expect(lines.locator("mark")).toHaveCount(2);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await expect(page.getByText("2 of 2")).toBeVisible();
  await expect(position).toHaveValue("15");

  await page.goto(`/dashboard/tasks/${taskId}?t=12.5`);
  await expect(position).toHaveValue("12.5");
  await checkPage(page);
});

test("the whole player is used by keyboard alone, its keys stand on a sheet and can be switched off", async ({ page, given, signInAs }) => {
  const campaignId = await given.campaign("By keyboard");
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, recording });
  await given.transcript({ taskId, said: SAID });
  await signInAs("auditor", [campaignId]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  const position = page.getByRole("slider", { name: "Position" });
  await isAwake(page);
  await page.keyboard.press("l");
  await expect(position).toHaveValue("10");
  await page.keyboard.press("j");
  await page.keyboard.press(".");
  await expect(position).toHaveValue("2");
  await page.keyboard.press("k");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  await page.keyboard.press("Shift+>");
  await expect(page.getByRole("combobox", { name: "Speed" })).toHaveValue("1.25");
  await page.keyboard.press("/");
  await page.keyboard.type("gracias");
  await page.keyboard.press("Enter");
  await expect(position).toHaveValue("15");
  await page.keyboard.press("Escape");
  await page.keyboard.press("0");
  await expect(position).toHaveValue("0");

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.getByText("Two seconds back or forward")).toBeVisible();
  await sheet.getByRole("checkbox", { name: "Use keys on this page" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await expect(position).toHaveValue("0");
});

test("who speaks is named and swapped while one hears, a line is corrected and its first text kept, and agents only read", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Corrected");
  const operatorId = await given.operator();
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, operatorId, recording });
  await given.transcript({ taskId, said: SAID });
  await signInAs("auditor", [campaignId]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  const lines = page.getByRole("list", { name: "Transcript" }).getByRole("listitem");
  await expect(lines.first()).toContainText("Agent");
  // Whoever is hearing goes on to hear.
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search in what is said" }).fill("factura");
  await page.getByRole("button", { name: "Swap speakers" }).click();
  await expect(lines.first()).toContainText("Customer");
  await expect(page.getByRole("searchbox", { name: "Search in what is said" })).toHaveValue("factura");
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Who speaks" }).click();
  await page.getByRole("textbox", { name: "Name of Customer" }).fill("Ana");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(lines.first()).toContainText("Ana");

  // A line's buttons are there for whoever comes to it, by pointer or by keys.
  await lines.nth(2).getByRole("button", { name: "Play from 0:10" }).focus();
  await lines.nth(2).getByRole("button", { name: "Correct what was heard" }).press("Enter");
  await page.getByRole("textbox", { name: "Correct what was heard" }).fill("Por supuesto, ya lo estoy viendo.");
  await loseNextAction(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It could not be saved. Try again in a moment.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(lines.nth(2)).toContainText("ya lo estoy viendo");
  await lines.nth(2).getByText("Corrected").click();
  await expect(lines.nth(2)).toContainText("ya mismo lo veo");
  const [row] = await database`select text, original_text as "first" from segments where task_id = ${taskId} and position = 2`;
  expect(row).toEqual({ text: "Por supuesto, ya lo estoy viendo.", first: SAID[2] });

  const text = await page.request.get(`/api/tasks/${taskId}/transcript?format=srt`);
  expect(await text.text()).toContain("00:00:10,000 --> 00:00:14,500\nAna: Por supuesto, ya lo estoy viendo.");
  await signInAs("agent");
  expect((await page.goto(`/dashboard/tasks/${taskId}`))?.status()).toBe(404);
  expect((await page.request.get(`/api/tasks/${taskId}/transcript?format=txt`)).status()).toBe(404);
});

test("a call is found by what is said in it, and the hit leads to the second", async ({ page, given, signInAs }) => {
  const campaignId = await given.campaign("Found by words");
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, recording });
  await given.transcript({ taskId, said: SAID });
  await given.task({ campaignId });
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/tasks");
  await page.getByRole("searchbox", { name: "Number, operator, file, words" }).fill("facturaciones electronica");
  const hit = page.getByRole("link", { name: /0:05 .*facturación electrónica/ });
  await hit.click();
  await page.waitForURL(`**/dashboard/tasks/${taskId}?t=5&q=*`);
  await expect(page.getByRole("slider", { name: "Position" })).toHaveValue("5");
});

test("where the transcription stands is told, with what to do: wait, cancel, try again, add a model", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Not written down yet");
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, recording });
  await signInAs("admin");
  await page.goto(`/dashboard/tasks/${taskId}`);
  await expect(page.getByText("This call has not been transcribed.")).toBeVisible();
  await database`insert into transcriptions (task_id, status, progress, claimed_until) values (${taskId}, 'running', 40, now() + interval '1 hour')`;
  await page.reload();
  await expect(page.getByText("40 %")).toBeVisible();
  await checkPage(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("The transcription was cancelled.")).toBeVisible();
  const refused = "speech.internal answered 401.";
  await database`update transcriptions set status = 'failed', failure_code = 'refused', failure = ${refused} where task_id = ${taskId}`;
  await database`update tasks set status = 'failed', failure = ${refused} where id = ${taskId}`;
  await page.reload();
  const main = page.getByRole("main");
  await expect(main.getByRole("alert")).toHaveCount(1);
  await expect(main.getByRole("alert")).toContainText("The transcription server refused the request. An admin has to check");
  await expect(main.getByText(refused)).toBeVisible();
  await checkPage(page);
  await database`update tasks set status = 'pending', failure = null where id = ${taskId}`;
  await database`update transcriptions set status = 'waiting', failure = 'The pack of speech models "es" is not installed.' where task_id = ${taskId}`;
  await page.reload();
  await page.getByRole("link", { name: "Add it in Settings › Speech" }).click();
  await expect(page.getByRole("heading", { name: "Speech", level: 1 })).toBeVisible();
  await expect(page.getByText("Powered by Moonshine AI").first()).toBeVisible();
  await checkPage(page);
});

test("a further recording of a call is played by itself, by its own keys, and the call's own stays where it is", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Recorded twice");
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, recording });
  const other = await storeRecording("demo/recordings/es-welcome.mp3");
  await database`
    insert into recordings (id, call_id, sha256, size_bytes, media_type, duration_seconds, channel_count, sample_rate_hz, is_partial, silence_ratio)
    select ${randomUUID()}, call_id, ${other.sha256}, ${other.sizeBytes}, 'audio/mpeg', 51, 1, 8000, false, 0.1 from tasks where id = ${taskId}`;
  await signInAs("auditor", [campaignId]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  const further = page.getByRole("region", { name: "Recording 2" });
  const [own, position] = [page.getByRole("slider", { name: "Position" }).first(), further.getByRole("slider", { name: "Position" })];
  await further.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(0.3);
  await further.getByRole("button", { name: "Pause" }).press("k");
  await expect(further.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  const before = Number(await position.inputValue());
  await position.press("l");
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(before + 5);
  await position.press(">");
  await expect(further.getByRole("combobox", { name: "Speed" })).toHaveValue("1.25");
  await expect(own).toHaveValue("0");
  await checkPage(page);
});
