import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { getCalibration } from "./get-calibration";
import { getQualityConversion } from "./get-quality-conversion";
import { hasQuality } from "./has-quality";
import { LONG_SILENCE_SECONDS, listProblemCalls, NEGATIVE_LINES } from "./list-problem-calls";
import { CALL_PROBLEMS, SCORE_BANDS } from "./quality-filters";
import { type AuditedCalls, makeAuditedCalls } from "./testing/make-audited-calls";

const ALWAYS = { from: "2026-01-01", to: "2026-12-31" };
const viewerOf = (values: Partial<Viewer> = {}): Viewer => ({ userId: v7(), role: "admin", campaignIds: [], operatorId: null, ...values });

let made: AuditedCalls;
beforeAll(async () => {
  made = await makeAuditedCalls(90);
  await sqlClient`
    insert into transcripts (task_id, recording_id, transcriber, model, language, duration_seconds, lane_reason, word_times, speakers, measures)
    select id, recording_id, 'local', 'test', 'es', 60, 'mono', 'none', '[]', json_build_object('longestSilenceSeconds', row_number() over (order by id) % 40) from tasks`;
  await sqlClient`
    insert into analyses (task_id, model, summary, topics, sentiments, dropped_count)
    select task_id, 'test', '[]', '[]', case when (measures->>'longestSilenceSeconds')::int % 2 = 0 then '[]'::jsonb
      else '[{"sentiment": "negative"}, {"sentiment": "positive"}, {"sentiment": "negative"}]' end, 0 from transcripts`;
});

test("whether there is any audit to be told of depends on who asks", async () => {
  const [first = 0] = made.campaignIds;
  expect(await hasQuality({ viewer: viewerOf() })).toBe(true);
  expect(await hasQuality({ viewer: viewerOf({ role: "auditor", campaignIds: [first] }) })).toBe(true);
  expect(await hasQuality({ viewer: viewerOf({ role: "supervisor", campaignIds: [first + 1_000] }) })).toBe(false);
  expect(await hasQuality({ viewer: viewerOf({ role: "agent", operatorId: made.operatorIds[0] ?? null }) })).toBe(true);
  expect(await hasQuality({ viewer: viewerOf({ role: "agent" }) })).toBe(false);
});

test("calls with a problem are all of them and the worst first, of what each role may see", async () => {
  const has = {
    lowest: "a.score < a.passing_score",
    critical: "a.has_critical_failure",
    silence: `(s.measures->>'longestSilenceSeconds')::int >= ${LONG_SILENCE_SECONDS}`,
    negative: `(select count(*) from jsonb_array_elements(n.sentiments) l where l->>'sentiment' = 'negative') >= ${NEGATIVE_LINES}`,
  };
  const [first = 0] = made.campaignIds;
  const [operatorId = ""] = made.operatorIds;
  const visible: [Viewer, string][] = [
    [viewerOf(), "true"],
    [viewerOf({ role: "supervisor", campaignIds: [first] }), `a.campaign_id = ${first}`],
    [viewerOf({ role: "auditor", campaignIds: [] }), "false"],
    [viewerOf({ role: "agent", operatorId }), `a.operator_id = '${operatorId}'`],
    [viewerOf({ role: "agent" }), "false"],
  ];
  for (const problem of CALL_PROBLEMS)
    for (const [viewer, condition] of visible) {
      const plain = await sqlClient.unsafe<{ id: string }[]>(`
        select a.id from audits a left join transcripts s on s.task_id = a.task_id left join analyses n on n.task_id = a.task_id
        where a.kind = 'quality' and a.status <> 'open' and ${condition} and ${has[problem]}`);
      const { calls, total } = await listProblemCalls({ viewer, filters: ALWAYS, problem, limit: 1_000 });
      expect(calls.map(({ auditId }) => auditId).sort()).toEqual(plain.map(({ id }) => id).sort());
      expect(total).toBe(plain.length);
      if (viewer.role === "admin") expect(total).toBeGreaterThan(3);
    }
  const { calls: lowest } = await listProblemCalls({ viewer: viewerOf(), filters: ALWAYS, problem: "lowest", limit: 5 });
  expect(lowest.map(({ score }) => score)).toEqual(lowest.map(({ score }) => score).toSorted((one, other) => one - other));
  expect(lowest).toHaveLength(5);
});

test("whether better calls convert is what plain SQL says by band and operator, and agents learn no revenue", async () => {
  const plain = await sqlClient<{ score: string; converted: boolean; revenue: string; operator: string }[]>`
    select a.score::text, o.converted, o.revenue::text, coalesce(a.operator_id::text, '') as operator
    from audits a join tasks t on t.id = a.task_id join call_outcomes o on o.call_id = t.call_id where a.kind = 'quality' and a.status <> 'open'`;
  const bandOf = (score: string) => String(SCORE_BANDS.findLast((band) => Number(score) >= band));
  for (const [by, groupOf] of [
    ["band", ({ score }: { score: string }) => bandOf(score)],
    ["operator", ({ operator }: { operator: string }) => operator],
  ] as const) {
    const rows = await getQualityConversion({ viewer: viewerOf(), by, filters: ALWAYS });
    const groups = Map.groupBy(plain, groupOf);
    expect(rows.map(({ value }) => value).sort()).toEqual([...groups.keys()].sort());
    for (const { value, calls, converted, averageScore, revenuePerCall } of rows) {
      const group = groups.get(value) ?? [];
      expect({ calls, converted }).toEqual({ calls: group.length, converted: group.filter((row) => row.converted).length });
      const revenue = group.reduce((sum, row) => sum + Math.round(Number(row.revenue) * 10_000), 0);
      expect(Math.abs(Number(revenuePerCall) * 10_000 - revenue / group.length)).toBeLessThanOrEqual(0.51);
      expect(Math.abs((averageScore ?? 0) - group.reduce((sum, row) => sum + Number(row.score), 0) / group.length)).toBeLessThan(0.0051);
    }
  }
  const own = await getQualityConversion({
    viewer: viewerOf({ role: "agent", operatorId: made.operatorIds[0] ?? null }),
    by: "operator",
    filters: ALWAYS,
  });
  expect(own.map(({ value, revenuePerCall }) => ({ value, revenuePerCall }))).toEqual([
    { value: made.operatorIds[0], revenuePerCall: null },
  ]);
});

test("auditors are compared on calls that several audited: deviation from the others, spread, agreement and alpha of a worked example", async () => {
  const campaignId = await makeCampaign({ name: "Calibrated" });
  const operatorId = await makeOperator("Dora");
  const scorecard = await makeScorecard({ campaignId });
  const auditors = [];
  for (const name of ["Alba", "Bruno", "Clara"]) auditors.push(await makeUser({ name, role: "auditor" }));
  // Scores and answers to the first question of three auditors on three calls; the third call has one auditor alone.
  const calls = [
    { scores: [90, 80, 70], answers: ["complies", "complies", "fails"] },
    { scores: [60, 60, 90], answers: ["fails", "fails", "fails"] },
    { scores: [100], answers: ["complies"] },
  ] as const;
  for (const { scores, answers } of calls) {
    const { taskId } = await makeTask({ campaignId, operatorId });
    for (const [index, score] of scores.entries()) {
      const audit = {
        kind: "calibration" as const,
        status: "completed" as const,
        completedAt: new Date(),
        auditorId: auditors[index],
        score,
      };
      const answer = { answer: answers[index], answeredBy: auditors[index] };
      await makeAudit({ scorecard, campaignId, taskId, operatorId, audit, answers: [answer] });
    }
  }
  const filters = { ...ALWAYS, campaignIds: [campaignId] };
  const calibration = await getCalibration({ viewer: viewerOf({ role: "supervisor", campaignIds: [campaignId] }), filters });
  // Alba: 90 - 75 = 15 and 60 - 75 = -15. Bruno: 80 - 80 = 0 and 60 - 75 = -15. Clara: 70 - 85 = -15 and 90 - 60 = 30.
  expect(
    calibration.auditors.map(({ name, calls: count, deviation, absoluteDeviation }) => [name, count, deviation, absoluteDeviation]),
  ).toEqual([
    ["Clara", 2, 7.5, 22.5],
    ["Alba", 2, 0, 15],
    ["Bruno", 2, -7.5, 7.5],
  ]);
  expect(calibration.calls.map(({ auditors: count, average, spread }) => [count, average, spread])).toEqual([
    [3, 70, 30],
    [3, 80, 20],
  ]);
  // Pairs: 2 of 6 and 6 of 6 agree. Alpha: Do = 1 - (2/2 + 6/2) / 6 = 1/3; values are 2 complies and 4 fails, De = 1 - (2 + 12) / 30 = 8/15.
  const [question, ...others] = calibration.questions;
  expect(others).toEqual([]);
  expect(question).toMatchObject({ question: "Said hello?", calls: 2, agreement: 8 / 12 });
  expect(question?.alpha).toBeCloseTo(1 - 1 / 3 / (8 / 15), 10);

  const outside = await getCalibration({ viewer: viewerOf({ role: "supervisor", campaignIds: made.campaignIds }), filters });
  expect(outside).toEqual({ auditors: [], calls: [], questions: [] });
  for (const role of ["auditor", "agent"] as const)
    await expect(getCalibration({ viewer: viewerOf({ role, campaignIds: [campaignId] }), filters })).rejects.toMatchObject({
      code: "not_found",
    });
});
