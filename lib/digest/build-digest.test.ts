import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { disputes } from "@/db/schema";
import { type MadeScorecard, makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import { buildDigest } from "./build-digest";
import { renderDigest } from "./render-digest";

/** A Monday: the digest is of the 16th to the 22nd. */
const DAY = "2026-11-23";
const NOW = new Date("2026-11-23T11:00:00Z");
let campaignId = 0;
let scorecard: MadeScorecard;
let auditor = "";
let operatorId = "";

beforeAll(async () => {
  campaignId = await makeCampaign({ name: "Ventas <b>&</b> \u0022más\u0022", timeZone: "America/Argentina/Buenos_Aires" });
  scorecard = await makeScorecard({ campaignId });
  auditor = await makeUser({ role: "auditor" });
  operatorId = await makeOperator();
  const answers = (first: "complies" | "fails", second: "complies" | "fails") =>
    [first, second].map((answer) => ({ answer, answeredBy: auditor }));
  await audit("2026-11-16T03:00:00Z", 50, { completedBy: auditor, answers: answers("fails", "fails") });
  await audit("2026-11-20T15:00:00Z", 100, { completedBy: null, answers: answers("fails", "complies") });
  await audit("2026-11-23T02:59:59Z", 60, { completedBy: auditor, hasCriticalFailure: true, answers: answers("complies", "complies") });
  // A week before; a moment too late; and a calibration, which counts for nothing.
  await audit("2026-11-16T02:59:59Z", 90, { completedBy: auditor });
  await audit("2026-11-23T03:00:00Z", 10, { completedBy: auditor });
  const { taskId } = await makeTask({ campaignId, operatorId });
  await makeAudit({
    ...{ scorecard, campaignId, taskId, operatorId },
    audit: { kind: "calibration", auditorId: auditor, status: "completed", completedAt: NOW, score: 0, scoreWithoutFail: 0 },
  });
});

type More = { completedBy: string | null; hasCriticalFailure?: boolean; answers?: Parameters<typeof makeAudit>[0]["answers"] };

async function audit(completedAt: string, score: number, { answers, ...more }: More): Promise<string> {
  const values = { status: "completed" as const, completedAt: new Date(completedAt), score, scoreWithoutFail: score, ...more };
  return makeAudit({ scorecard, campaignId, operatorId, audit: values, answers });
}

const digestOf = (scope: number[] | "all", day = DAY) => buildDigest({ scope, day, now: NOW });

test("a campaign's week by the days of its own time zone: audits by people and machine apart, the score beside the week before, and what failed most", async () => {
  const digest = await digestOf([campaignId]);
  expect(digest?.days).toEqual({ from: "2026-11-16", to: "2026-11-22" });
  expect(digest?.campaigns).toMatchObject([
    {
      ...{ campaignId, personCount: 2, machineCount: 1, averageScore: 70, previousScore: 90, criticalCount: 1 },
      failed: [
        { question: "Said hello?", failedCount: 2, answeredCount: 3 },
        { question: "Said goodbye?", failedCount: 1, answeredCount: 3 },
      ],
    },
  ]);
});

test("disputes that wait, calls without an audit and overdue assignments are counted; nothing to say is no digest", async () => {
  const other = await makeCampaign({ name: "Otra" });
  const card = await makeScorecard({ campaignId: other });
  expect(await digestOf([other])).toBeNull();
  const call = { startedAt: new Date("2026-11-20T15:00:00Z") };
  const { taskId } = await makeTask({ campaignId: other, operatorId, call });
  await makeTranscript({ taskId, said: ["Hola"] });
  expect((await digestOf([other]))?.campaigns).toMatchObject([{ unauditedCount: 1, averageScore: null }]);
  const auditId = await makeAudit({
    ...{ scorecard: card, campaignId: other, taskId, operatorId, answers: [{ answer: "fails", answeredBy: auditor }] },
    audit: { status: "completed", completedAt: new Date("2026-11-20T15:00:00Z"), completedBy: auditor, score: 0, scoreWithoutFail: 0 },
  });
  const agent = await makeUser({ role: "agent" });
  await db.insert(disputes).values({
    ...{
      auditId,
      criterionId: card.criterionIds[0] ?? "",
      reason: "No",
      openedBy: agent,
      disputedAnswer: "fails",
      disputedUserId: auditor,
    },
    ...{ openedAt: new Date("2026-11-21T10:00:00Z"), dueAt: new Date("2026-11-23T10:59:59Z") },
  });
  await sqlClient`
    with drawn as (
      insert into samples (id, campaign_id, kind, name, starts_on, ends_on, stratification, seed, population_count, drawn_count, quotas, due_on)
      values (gen_random_uuid(), ${other}, 'quality', 's', ${DAY}, ${DAY}, 'none', 's', 1, 1, '[]', '2026-11-22') returning id)
    insert into assignments (id, sample_id, task_id, kind, auditor_id, position)
    select gen_random_uuid(), id, ${taskId}, 'quality', ${auditor}, 0 from drawn`;
  expect((await digestOf([other]))?.campaigns).toMatchObject([
    { personCount: 1, unauditedCount: 0, openDisputeCount: 1, overdueDisputeCount: 1, overdueAssignmentCount: 1 },
  ]);
  expect(await digestOf([])).toBeNull();
  expect((await digestOf("all"))?.campaigns.map((campaign) => campaign.campaignId)).toEqual(expect.arrayContaining([campaignId, other]));
});

test("a mail says it in words and in markup that names cannot break out of, with links to the installation", async () => {
  const digest = await digestOf([campaignId]);
  if (!digest) throw new Error("There is nothing to say.");
  const { subject, text, html } = renderDigest({ digest, locale: "es", name: "Sofía <script>", baseUrl: "https://quality.example.com/" });
  expect(subject).toBe("Calidad del 16 de noviembre al 22 de noviembre: 1 campaña");
  expect(text).toContain("3 auditorías: 2 de personas, 1 solo de la máquina");
  expect(text).toContain("Puntaje promedio 70 (-20 respecto de la semana anterior)");
  expect(text).toContain("1 falla crítica");
  expect(text).toContain("Said hello? · 2 de 3");
  expect(text).toContain(`https://quality.example.com/dashboard/tasks?campaign=${campaignId}`);
  expect(html).toContain("Ventas &lt;b&gt;&amp;&lt;/b&gt; &quot;más&quot;");
  expect(html).not.toContain("<script>");
  for (const locale of ["en", "pt"] as const)
    expect(renderDigest({ digest, locale, name: null, baseUrl: undefined }).text).not.toContain("http");
});
