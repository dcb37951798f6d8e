import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeUser } from "@/db/testing/make-task";
import { checkPage } from "./fixtures/check-page";
import { loseNextAction } from "./fixtures/lose-next-action";
import { storeRecording } from "./fixtures/store-recording";
import { expect, test } from "./fixtures/test";

const SAID = ["Buenos días, ¿en qué puedo ayudarlo?", "Quiero cancelar la factura.", "Por supuesto, ya mismo lo veo.", "Muchas gracias."];

test("an agent reads, acknowledges and disputes an audit, a supervisor decides, and the agent sees the score that it makes", async ({
  page,
  browser,
  context,
  signInAs,
  given,
  database,
}) => {
  const campaignId = await given.campaign("Disputed");
  const operatorId = await given.operator();
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, operatorId, recording, task: { status: "audited", score: 50 } });
  await given.transcript({ taskId, said: SAID });
  const scorecard = await makeScorecard({ campaignId });
  const answeredBy = await makeUser({ role: "auditor", name: "Ada Auditor", campaignIds: [campaignId] });
  await makeAudit({
    ...{ scorecard, campaignId, taskId, operatorId },
    answers: [
      { answer: "fails", answeredBy, note: "No greeting.", momentMs: 10_000 },
      { answer: "complies", machineAnswer: "complies", machineSource: "rule", machineQuote: "Muchas gracias.", machineMomentMs: 15_000 },
    ],
    audit: {
      ...{ status: "completed", completedAt: new Date(), completedBy: answeredBy, auditorId: answeredBy, contactOn: "2026-11-20" },
      ...{ score: 50, scoreWithoutFail: 50, praise: "Kind to the end." },
    },
  });
  const supervisorName = await signInAs("supervisor", [campaignId]);
  const elsewhere = await browser.newContext({ storageState: await context.storageState() });
  const agentName = await signInAs("agent", [campaignId]);
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { name: "Your account is not linked to your calls yet" })).toBeVisible();
  await expect(page.getByText(supervisorName)).toBeVisible();
  await database`update users set operator_id = ${operatorId} where name = ${agentName}`;

  await page.goto("/dashboard");
  await expect(page.getByText("Kind to the end.")).toBeVisible();
  await checkPage(page);
  await page.getByRole("link", { name: "Read the next one" }).click();
  const audit = page.getByRole("region", { name: "Opening" });
  await expect(audit.getByText("No greeting.")).toBeVisible();
  await audit.getByRole("button", { name: "Go to 0:10 of the call" }).click();
  await expect(page.getByRole("slider", { name: "Position" })).toHaveValue("10");
  await page.getByRole("button", { name: "I have read it" }).click();
  await expect(page.getByText("Read on")).toBeVisible();
  await audit.getByRole("button", { name: "Dispute: Said hello?" }).click();
  await audit.getByRole("button", { name: "Send the dispute" }).click();
  await expect(audit.getByText("Say why, in a few words.")).toBeVisible();
  await audit.getByRole("textbox").fill("The first words are a greeting.");
  await loseNextAction(page);
  await audit.getByRole("button", { name: "Send the dispute" }).click();
  await expect(audit.getByText("That did not work. Try again in a moment.")).toBeVisible();
  await audit.getByRole("button", { name: "Send the dispute" }).click();
  await expect(audit.getByText("Open", { exact: true })).toBeVisible();
  await checkPage(page);

  const arbiter = await elsewhere.newPage();
  await arbiter.goto("/dashboard/disputes");
  await expect(arbiter.getByRole("link", { name: "Disputes 1" })).toBeVisible();
  await checkPage(arbiter);
  await arbiter.getByRole("link", { name: "Said hello?" }).click();
  await expect(arbiter.getByText("The first words are a greeting.")).toBeVisible();
  await expect(arbiter.getByText("Ada Auditor answered")).toBeVisible();
  await expect(arbiter.getByText("Por supuesto, ya mismo lo veo.")).toBeVisible();
  await checkPage(arbiter);
  await arbiter.getByRole("radio", { name: "Accept: Complies" }).check();
  await arbiter.getByRole("textbox", { name: "Why" }).fill("One hears it at once.");
  await arbiter.getByRole("button", { name: "Decide" }).click();
  await expect(arbiter.getByText("Score now: 100")).toBeVisible();

  await expect(audit.getByText("One hears it at once.")).toBeVisible();
  await expect(audit.getByText("100 of 100")).toBeVisible();
  expect(await database`select status, score::float8 from tasks where id = ${taskId}`).toEqual([{ status: "audited", score: 100 }]);
  expect(
    await database`select answer, answered_by = ${answeredBy} as same from audit_answers where criterion_id = ${scorecard.criterionIds[0] ?? ""}`,
  ).toEqual([{ answer: "complies", same: false }]);
  await elsewhere.close();
});
