import { checkPage } from "./fixtures/check-page";
import { startStandInModel } from "./fixtures/stand-in-model";
import { storeRecording } from "./fixtures/store-recording";
import { expect, test } from "./fixtures/test";

const SAID = [
  "Buenos días, ¿en qué puedo ayudarlo?",
  "Quiero dar de baja el servicio, la factura vino carísima.",
  "Lo lamento mucho, ya le hago un descuento.",
  "Bueno, muchas gracias, muy amable.",
];
const ANSWER = {
  summary: [
    {
      sentence: "The customer wants to leave because of the bill.",
      quotes: ["quiero dar de baja el servicio", "la factura vino carisima"],
    },
    { sentence: "They win a car.", quotes: ["le regalamos un auto"] },
  ],
  topics: [
    { label: "facturacion", quote: "la factura vino carísima" },
    { label: "Discount", quote: "ya le hago un descuento" },
  ],
  sentiments: [
    { line: 2, sentiment: "negative", quote: "vino carísima" },
    { line: 4, sentiment: "positive", quote: "muchas gracias, muy amable" },
  ],
};

test("a language model reads a call: what it says leads to what was said, its topics become tags, and what nobody said is not there", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const model = await startStandInModel(ANSWER);
  const campaignId = await given.campaign("Read by a model");
  await database`insert into campaign_tags (id, campaign_id, name, match_key) values (gen_random_uuid(), ${campaignId}, 'Facturación', 'facturacion')`;
  const recording = await storeRecording("lib/sample-calls/recording/es-two-sides.mp3");
  const { taskId } = await given.task({ campaignId, recording });
  await given.transcript({ taskId, said: SAID });
  await signInAs("auditor", [campaignId]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  await page.getByRole("button", { name: "Analyse" }).click();
  const sentence = page.getByRole("button", { name: "The customer wants to leave because of the bill." });
  await expect(sentence).toBeVisible();
  await expect(page.getByText("1 part was dropped")).toBeVisible();
  await expect(page.getByText("They win a car.")).toHaveCount(0);

  const position = page.getByRole("slider", { name: "Position" });
  await sentence.click();
  await expect(position).toHaveValue("5");
  await page.getByText("What was said (2)").click();
  await expect(page.locator("q").getByText("Quiero dar de baja el servicio")).toBeVisible();
  await page.getByRole("button", { name: "0:15, Positive: “muchas gracias, muy amable”" }).click();
  await expect(position).toHaveValue("15");
  const lines = page.getByRole("list", { name: "Transcript" }).getByRole("listitem");
  await expect(lines.nth(1)).toContainText("Negative");
  await expect(lines.nth(2)).not.toContainText("Negative");

  await page.getByRole("button", { name: "Put the tag Facturación on the call" }).click();
  await expect(page.getByRole("button", { name: "Remove the tag Facturación" })).toBeVisible();
  expect(await database`select kind, status, input_tokens from machine_work where task_id = ${taskId}`).toEqual([
    { kind: "analysis", status: "completed", input_tokens: 1_000 },
  ]);
  await checkPage(page);
  await model.close();
});

test("calls that were transcribed before there was a model are analysed from the list, those that were analysed left alone", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const model = await startStandInModel(ANSWER);
  const campaignId = await given.campaign("Read later");
  const tasks = [await given.task({ campaignId }), await given.task({ campaignId })];
  for (const { taskId } of tasks) await given.transcript({ taskId, said: SAID });
  const states = () => database`
    select machine_work.status from machine_work join tasks on tasks.id = task_id where campaign_id = ${campaignId} order by task_id`;
  await signInAs("auditor", [campaignId]);
  const order = async (count: number) => {
    await page.goto("/dashboard/tasks");
    if (count === 1)
      await page
        .getByRole("checkbox", { name: /^Select task/ })
        .first()
        .check();
    else await page.getByRole("checkbox", { name: "Select all tasks of this page" }).check();
    await page.getByRole("button", { name: "Analyse" }).click();
    await expect(page.getByText("costs tokens")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Analyse", exact: true }).click();
    await expect(page.getByText(`${count} of ${count}`)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  };
  await order(1);
  await expect.poll(states).toMatchObject([{ status: "completed" }]);
  await order(2);
  await expect.poll(states).toMatchObject([{ status: "completed" }, { status: "completed" }]);
  expect(model.requests).toHaveLength(2);
  await page.goto(`/dashboard/tasks/${tasks[0]?.taskId}`);
  await expect(page.getByRole("button", { name: "The customer wants to leave because of the bill." })).toBeVisible();
  await model.close();
});
