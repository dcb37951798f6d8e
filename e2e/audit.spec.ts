import type { Page } from "@playwright/test";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { checkPage } from "./fixtures/check-page";
import { storeRecording } from "./fixtures/store-recording";
import { expect, test } from "./fixtures/test";

const SAID = [
  "Buenos días, le habla Lucía, ¿en qué puedo ayudarlo?",
  "Quiero cancelar la facturación electrónica.",
  "Le leo las condiciones: se cancela hoy mismo.",
  "Muchas gracias.",
];

const card = (page: Page, question: string) => page.getByRole("group", { name: question, exact: true });
const saved = (page: Page) => page.getByText("All saved");

test("a call is audited by keyboard alone: the machine's answers taken over and one overridden, points, note, moment, completion", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Audited by keyboard");
  const operatorId = await given.operator();
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, operatorId, recording, task: { status: "completed" } });
  await given.transcript({ taskId, said: SAID });
  const scorecard = await makeScorecard({
    campaignId,
    criteria: [
      { question: "Does the agent say their name?", mode: "suggested", help: "The first name is enough." },
      { question: "Are the terms read out?", mode: "machine", critical: "whole", section: "Formal" },
      { question: "Is the customer offered a refund?", condition: "The customer complains", section: "Formal" },
      { question: "How kind is the agent?", kind: "scale", maxPoints: 5, passingPoints: 3, section: "Manner" },
    ],
  });
  const byModel = { machineSource: "model" as const, machineConfidence: 0.9 };
  const auditId = await makeAudit({
    ...{ scorecard, campaignId, taskId, operatorId },
    answers: [
      { ...byModel, machineAnswer: "complies", machineQuote: "le habla Lucía", machineMomentMs: 1_200 },
      { ...byModel, machineAnswer: "fails", machineNote: "No terms were found." },
    ],
  });
  await signInAs("auditor", [campaignId]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  const position = page.getByRole("slider", { name: "Position" });
  await page.getByRole("button", { name: /le habla Lucía/ }).click();
  await expect(position).toHaveValue("1.2");

  await page.keyboard.press("a");
  await expect(card(page, "Does the agent say their name?")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("1");
  // Another answer than the machine's waits for its reason, and the sheet is still failed.
  await expect(page.getByText("Why? It is not saved without a reason")).toBeVisible();
  await page.keyboard.type("They are read at 0:10.");
  await page.keyboard.press("Enter");
  await expect(card(page, "Are the terms read out?")).toBeFocused();
  await expect(card(page, "Are the terms read out?").getByText("Differs from the machine")).toBeVisible();
  await expect(saved(page)).toBeVisible();

  // Missing answers are named, and lead there.
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert").filter({ hasText: "2 answers are missing." })).toBeVisible();
  await expect(card(page, "Is the customer offered a refund?")).toBeFocused();
  await checkPage(page);
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("4");
  await expect(position).toHaveValue("1.2");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("m");
  await page.keyboard.press("t");
  await page.keyboard.type("Warm all along.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "at 0:11" })).toBeVisible();
  // A button that is gone by its own press leaves the keys to its criterion.
  await page.getByRole("button", { name: "Remove the moment" }).press("Enter");
  await expect(card(page, "How kind is the agent?")).toBeFocused();
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "at 0:11" })).toBeVisible();
  await expect(page.locator("[data-score]")).toHaveText("93.33");
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Completed", { exact: true })).toBeVisible();
  await expect(page.getByText("Audited", { exact: true })).toBeVisible();
  await expect(page.getByText("The audit is not open any more.", { exact: false })).toHaveCount(0);

  expect(await database`select status, score::float8 from tasks where id = ${taskId}`).toEqual([{ status: "audited", score: 93.33 }]);
  const answers = await database`
    select answer, points, note, moment_ms as "momentMs", reason, machine_answer as machine from audit_answers join criteria on criteria.id = criterion_id
    where audit_id = ${auditId} order by position`;
  const plain = { points: null, note: "", momentMs: null, reason: "" };
  expect([...answers]).toEqual([
    { ...plain, answer: "complies", machine: "complies" },
    { ...plain, answer: "complies", machine: "fails", reason: "They are read at 0:10." },
    { ...plain, answer: "not_applicable", machine: null },
    { ...plain, answer: "complies", machine: null, points: 4, note: "Warm all along.", momentMs: 11_200 },
  ]);
});

test("what could not be sent survives a crash of the page and is sent by the next one, and a second tab is told what changed", async ({
  page,
  context,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Audited on a bad line");
  const { taskId } = await given.task({ campaignId });
  await makeScorecard({ campaignId });
  await signInAs("auditor", [campaignId]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  await page.getByRole("button", { name: "Begin the audit" }).click();
  await expect(card(page, "Said hello?")).toBeFocused();
  const other = await context.newPage();
  await other.goto(`/dashboard/tasks/${taskId}`);
  // A sheet that hears keys has already looked for what other tabs left behind: from here on it takes nothing over.
  await expect(async () => {
    await other.keyboard.press("a");
    await expect(card(other, "Said hello?")).toBeFocused({ timeout: 500 });
  }).toPass();

  await context.setOffline(true);
  await card(page, "Said hello?").getByRole("radio", { name: "Complies" }).click();
  await expect(page.getByText("Not saved: 1 answer.", { exact: false }).first()).toBeVisible();
  // The browser hands over what a page keeps a moment later: then other pages see it too.
  await expect.poll(() => other.evaluate(() => localStorage.length)).toBe(1);
  // A page that is closed or left has the network back for a moment before its end, and sends; one that crashes sends nothing more.
  const crashed = page.waitForEvent("crash");
  const devtools = await context.newCDPSession(page);
  void devtools.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
  await context.setOffline(false);

  // The other tab answers meanwhile, so that the one that comes back has to choose.
  await card(other, "Said hello?").getByRole("radio", { name: "Does not" }).click();
  await expect(saved(other)).toBeVisible();
  const back = await context.newPage();
  await back.goto(`/dashboard/tasks/${taskId}`);
  await expect(back.getByText(/Meanwhile .* answered: Does not\./)).toBeVisible();
  await back.getByRole("button", { name: "Use mine" }).click();
  await expect(saved(back)).toBeVisible();
  await expect(card(other, "Said hello?").getByRole("radio", { name: "Complies" })).toBeChecked();

  // Who is still in a note that another has written meanwhile chooses by the button, not by leaving the field for it.
  const isSending = (url: URL) => url.pathname.startsWith("/dashboard/tasks/");
  await back.route(isSending, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await card(back, "Said hello?").getByRole("button", { name: "Note" }).click();
  await back.keyboard.type("Mine.");
  await expect(back.getByText("Not saved: 1 answer.", { exact: false }).first()).toBeVisible();
  await card(other, "Said hello?").getByRole("button", { name: "Note" }).click();
  await other.keyboard.type("Theirs.");
  await other.keyboard.press("Escape");
  await expect(saved(other)).toBeVisible();
  await back.unroute(isSending);
  await back.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(back.getByText(/Meanwhile .* answered: Complies\./)).toBeVisible();
  await back.getByRole("button", { name: "Keep what is there" }).click();
  await expect(card(back, "Said hello?")).toBeFocused();
  await expect(card(back, "Said hello?").getByRole("textbox", { name: "Note" })).toHaveValue("Theirs.");
  await expect(saved(back)).toBeVisible();
  const [row] = await database`select answer, note from audit_answers join audits on audits.id = audit_id where task_id = ${taskId}`;
  expect(row).toEqual({ answer: "complies", note: "Theirs." });
});

test("a contact without a recording is audited by hand, and a supervisor validates it, takes that back and sees who did what", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Audited by hand");
  const operatorId = await given.operator("Ramona Quiroga");
  await given.task({ campaignId, operatorId });
  await makeScorecard({ campaignId });
  const auditor = await signInAs("auditor", [campaignId]);
  await page.goto("/dashboard/audits");
  await page.getByRole("link", { name: "Manual audit" }).click();
  await page.getByRole("button", { name: /^Operator/ }).click();
  await page.getByRole("combobox", { name: "Operator" }).fill("ramona");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.getByRole("option", { name: "Ramona Quiroga" }).click();
  await page.getByLabel("When it was").fill("2026-11-20T10:30");
  await page.getByLabel("Reference").fill("T-1789");
  await checkPage(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeFocused();
  await page.getByRole("button", { name: "Begin the audit" }).click();
  await page.waitForURL(/audits\/[0-9a-f-]{36}$/);
  const auditId = page.url().split("/").at(-1) ?? "";
  await card(page, "Said hello?").getByRole("radio", { name: "Complies" }).click();
  await card(page, "Said goodbye?").getByRole("radio", { name: "Does not" }).click();
  await page.getByLabel("Praise").fill("A fine greeting.");
  await expect(saved(page)).toBeVisible();
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await expect(page.getByText("Completed", { exact: true }).first()).toBeVisible();

  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/audits?result=failed");
  await expect(page.getByRole("row").filter({ hasText: "Ramona Quiroga" })).toContainText("50.00");
  await checkPage(page);
  await page.getByRole("row").filter({ hasText: "Ramona Quiroga" }).getByRole("link").click();
  await page.getByRole("button", { name: "Validate", exact: true }).click();
  await page.getByRole("button", { name: "Withdraw the validation" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("An answer is wrong.");
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw the validation" }).click();
  await expect(page.getByRole("button", { name: "Validate", exact: true })).toBeVisible();
  await page.getByText("History: 4 changes").click();
  await expect(page.getByText("“An answer is wrong.”")).toBeVisible();
  await expect(page.getByText(auditor).first()).toBeVisible();
  await checkPage(page);
  const [row] =
    await database`select status, reference, channel, score::float8, praise, contact_at as at from audits where id = ${auditId}`;
  expect(row).toEqual({
    ...{ status: "completed", reference: "T-1789", channel: "chat", score: 50, praise: "A fine greeting." },
    at: new Date("2026-11-20T13:30:00Z"),
  });
});
