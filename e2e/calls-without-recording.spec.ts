import type { APIRequestContext } from "@playwright/test";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const REFUSED_ADDRESS = "http://10.1.2.3/x.mp3";

test("a call whose recording is refused is listed with the reason, and its page shows every attempt", async ({
  page,
  request,
  database,
  given,
  signInAs,
}) => {
  const [campaignId, foreign, key] = await Promise.all([
    given.campaign("Refused", "anura"),
    given.campaign("Foreign"),
    given.apiKey("Refused"),
  ]);
  const calling = "sip:somebody.with.a.very.long.name.indeed@pbx.example.com;transport=udp";
  await endCall(request, { key, campaignId, calling });
  const attemptCount = async () => {
    const [found] = await database`select count(*)::int as count from recording_attempts where call_id in
      (select id from calls where campaign_id = ${campaignId} and recording_status = 'unavailable')`;
    return found?.count;
  };
  await expect.poll(attemptCount).toBe(1);

  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard");
  await page.getByRole("link", { name: "Recordings unavailable" }).click();
  await expect(page.getByRole("heading", { name: "Calls without a recording" })).toBeVisible();
  const row = page.locator("tbody").getByRole("row");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Refused");
  await expect(row).toContainText("Nora Sin Audio");
  await expect(row).toContainText("The address is in a private network");
  await checkPage(page);

  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Why there is no task" })).toBeVisible();
  await expect(page.getByText("Last reason: The address is in a private network")).toBeVisible();
  await expect(page.getByText("an admin can let it through by RECORDING_ALLOW_HOSTS")).toBeVisible();
  const attempts = page.locator("section", { has: page.getByRole("heading", { name: "Attempts to fetch it" }) });
  await expect(attempts.getByRole("listitem")).toHaveCount(1);
  await expect(attempts).toContainText("The address is in a private network");
  await expect(attempts).toContainText(REFUSED_ADDRESS);
  await expect(page.getByText("Nora Sin Audio")).toBeVisible();
  await expect(page.locator("section", { has: page.getByRole("heading", { name: "What the platform told us" }) })).toContainText("END");
  await checkPage(page);

  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(page.getByText("Being tried again.")).toBeVisible();
  await expect.poll(attemptCount).toBe(2);
  await page.reload();
  await expect(attempts.getByRole("listitem")).toHaveCount(2);

  const path = new URL(page.url()).pathname;
  await signInAs("supervisor", [foreign]);
  expect((await page.goto(path))?.status()).toBe(404);
  await signInAs("auditor", [campaignId]);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Why there is no task" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again now" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Attempts to fetch it" })).toBeHidden();
});

test("a list without calls says so and leads to the tasks, and a call with a task leads to it", async ({ page, given, signInAs }) => {
  const campaignId = await given.campaign("Whole");
  const { callId, taskId } = await given.task({ campaignId });
  await signInAs("supervisor", [campaignId]);
  await page.goto("/dashboard/calls");
  await expect(page.getByText("Every recording came")).toBeVisible();
  await page.getByRole("link", { name: "On its way" }).click();
  await expect(page).toHaveURL(/status=pending/);
  await expect(page.getByText("No recording is on its way")).toBeVisible();
  await page.goto(`/dashboard/calls/${callId}`);
  await page.getByRole("link", { name: "Open its task" }).click();
  await expect(page).toHaveURL(`/dashboard/tasks/${taskId}`);
});

async function endCall(request: APIRequestContext, { key, campaignId, calling }: { key: string; campaignId: number; calling: string }) {
  const call = { dialtime: "2026-11-20 12:00:00", direction: "inbound", calling, called: "08001234567", status: "ANSWERED" };
  const recording = { duration: "9", billseconds: "5", wasrecorded: "true", audio_file_mp3: REFUSED_ADDRESS };
  const operator = { accountname: "", accountextension: "201", queueagentname: "Nora Sin Audio", answerterminal: "ras_201" };
  const answer = await request.post("/webhook/anura/", {
    headers: { "X-API-Key": key },
    data: { ...call, ...recording, ...operator, campaign_id: campaignId, cdrid: "20261120-refused", hooktrigger: "END" },
  });
  expect(answer.status()).toBe(200);
}
