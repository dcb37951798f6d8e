import { storeRecording } from "./fixtures/store-recording";
import { expect, test } from "./fixtures/test";

const SAID = [
  "Good morning, this is Ana of the energy company.",
  "Hello, I want to cancel my contract.",
  "I have cancelled it for today.",
  "Thank you, goodbye.",
];

test("quality work from end to end: a scorecard is built, the machine audits by it, a person corrects, another validates, the agent disputes, it is decided", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Quality work");
  const operatorId = await given.operator();
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, operatorId, recording, task: { status: "completed" } });
  await given.transcript({ taskId, said: SAID });
  const taskPage = `/dashboard/tasks/${taskId}`;
  const card = (question: string) => page.getByRole("group", { name: question, exact: true });
  const state = async () => (await database`select status, score::float8 from tasks where id = ${taskId}`)[0];

  // Built and published by the supervisor.
  await signInAs("supervisor", [campaignId]);
  await page.goto(`/dashboard/campaigns/${campaignId}/scorecard`);
  await page.getByRole("button", { name: "Start from scratch" }).click();
  await page.getByRole("button", { name: "Question 1: not written yet" }).click();
  await page.getByLabel("Question", { exact: true }).fill("Does the agent say hello?");
  await page.getByLabel("Who answers").selectOption("machine");
  await page.getByLabel("Phrases").fill("good morning");
  await page.getByRole("button", { name: "Duplicate Does the agent say hello?" }).click();
  await page.getByLabel("Question", { exact: true }).last().fill("Does the agent offer more help?");
  await page.getByLabel("Who answers").last().selectOption("suggested");
  await page.getByLabel("Phrases").last().fill("anything else");
  for (const question of ["Does the agent say hello?", "Does the agent offer more help?"])
    await page.getByLabel(`Weight of ${question}`).fill("50");
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByText("Version 1 is published.")).toBeVisible();

  // Audited by the machine, corrected and completed by the auditor's keys.
  await signInAs("auditor", [campaignId]);
  await page.goto(taskPage);
  await page.getByRole("button", { name: "Audit by machine" }).click();
  await expect(card("Does the agent say hello?").getByRole("radio", { name: "Complies" })).toBeChecked();
  await expect(card("Does the agent offer more help?")).toContainText("anything else");
  await page.keyboard.press("a");
  await page.keyboard.press("j");
  await page.keyboard.press("1");
  await page.keyboard.type("The customer had said goodbye.");
  await page.keyboard.press("Enter");
  await expect(card("Does the agent offer more help?").getByText("Differs from the machine")).toBeVisible();
  await expect(page.getByText("All saved")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Audited", { exact: true })).toBeVisible();
  expect(await state()).toEqual({ status: "audited", score: 100 });

  // Validated by the supervisor, who finds the answer wrong only later.
  await signInAs("supervisor", [campaignId]);
  await page.goto(taskPage);
  await page.getByRole("button", { name: "Validate", exact: true }).click();
  await expect(page.getByText("Validated", { exact: true }).first()).toBeVisible();
  expect(await state()).toEqual({ status: "validated", score: 100 });

  // Disputed by the agent, who knows better, and decided.
  const agent = await signInAs("agent", [campaignId]);
  await database`update users set operator_id = ${operatorId} where name = ${agent}`;
  await page.goto(taskPage);
  await page.getByRole("button", { name: "Dispute: Does the agent offer more help?" }).click();
  await page.getByRole("textbox").last().fill("I did not, to be honest.");
  await page.getByRole("button", { name: "Send the dispute" }).click();
  await expect(page.getByText("I did not, to be honest.")).toBeVisible();
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/disputes");
  await page.getByRole("link", { name: "Does the agent offer more help?" }).click();
  await page.getByRole("radio", { name: "Accept: Does not comply" }).check();
  await page.getByRole("textbox", { name: "Why" }).fill("Nobody offers anything.");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByText("Score now: 50")).toBeVisible();
  expect(await state()).toEqual({ status: "validated", score: 50 });

  // And counted as it is now.
  await page.goto(`/dashboard/reports/quality?campaign=${campaignId}&from=2026-11-01&to=2026-11-30`);
  await expect(page.locator("dl").first()).toContainText("50");
  const actions = await database`
    select action from audit_log where action like 'audit.%' and object_id in (select id::text from audits where task_id = ${taskId})
      or action like 'dispute.%' and details->>'taskId' = ${taskId} order by seq`;
  expect(actions.map(({ action }) => action)).toEqual([
    ...["audit.opened", "audit.answer_changed", "audit.completed", "audit.validated"],
    ...["dispute.opened", "dispute.decided", "audit.answer_changed"],
  ]);
});
