import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import { digestWeek } from "@/lib/digest/digest-week";
import { env } from "@/lib/env";
import { startMailServer } from "@/lib/mail/testing/start-mail-server";
import { serveFunctions } from "../contract/serve-functions";
import { sendDigests } from "./send-digests";

test("an installation that was off on Monday sends the week's digest when it is back, once, however many processes come up", async () => {
  const server = await startMailServer();
  Object.assign(env, { SMTP_URL: server.url, SMTP_FROM: "quality@example.com" });
  const campaignId = await makeCampaign();
  const completedAt = new Date(`${digestWeek(new Date())}T12:00:00Z`);
  completedAt.setUTCDate(completedAt.getUTCDate() - 2);
  await makeAudit({
    ...{ scorecard: await makeScorecard({ campaignId }), campaignId, operatorId: await makeOperator() },
    audit: { status: "completed", completedAt, score: 80, scoreWithoutFail: 80 },
  });
  for (const email of ["sara@example.com", "tomas@example.com"]) await makeUser({ role: "supervisor", email, campaignIds: [campaignId] });
  const serve = () => serveFunctions({ functions: [sendDigests], settings: { pollMs: 50 } });
  const before = await serve();
  await before.stop();
  expect(server.mails).toEqual([]);

  await sqlClient`update engine.functions set seen_at = now() - interval '8 days'`;
  const engines = await Promise.all([serve(), serve()]);
  const ended = () => sqlClient`select from digest_sends where outcome = 'sent'`;
  await expect.poll(async () => (await ended()).length, { timeout: 15_000 }).toBe(2);
  await Promise.all(engines.map((engine) => engine.stop()));
  expect(server.mails.flatMap(({ to }) => to).toSorted()).toEqual(["sara@example.com", "tomas@example.com"]);
  await server.close();
});
