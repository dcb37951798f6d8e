import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit } from "@/db/testing/make-audit";
import { makeTask } from "@/db/testing/make-task";
import { makeViewer } from "@/lib/audits/testing/make-sheet";
import { decideDispute } from "@/lib/disputes/decide-dispute";
import { openDispute } from "@/lib/disputes/open-dispute";
import { makeAuditedCall } from "@/lib/disputes/testing/make-audited-call";
import { acknowledgeAudit } from "./acknowledge-audit";
import { findOwnTaskAudit } from "./find-own-task-audit";
import { getAgentHome } from "./get-agent-home";
import { getAuditReading } from "./get-audit-reading";
import { rankQuestions } from "./rank-questions";

type Made = Awaited<ReturnType<typeof makeAuditedCall>>;

const NOT_FOUND = { code: "not_found" };
const NOW = new Date("2026-11-25T15:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;

/** Another audited call of the same agent. */
async function addAudit(
  { scorecard, campaignId, operatorId, auditor }: Made,
  contactOn: string,
  score: number,
  firstAnswer: "complies" | "fails" = "fails",
) {
  const { taskId } = await makeTask({ campaignId, operatorId, task: { status: "audited", score } });
  const answeredBy = auditor.userId;
  return makeAudit({
    ...{ scorecard, campaignId, operatorId, taskId },
    answers: [
      { answer: firstAnswer, answeredBy },
      { answer: "complies", answeredBy },
    ],
    audit: {
      status: "completed",
      completedAt: new Date(),
      completedBy: answeredBy,
      contactOn,
      contactAt: new Date(contactOn),
      score,
      scoreWithoutFail: score,
    },
  });
}

test("an agent says once to have read an audit of their own, and nobody else does", async () => {
  const made = await makeAuditedCall();
  const { auditId, agent, auditor, supervisor, admin, campaignId } = made;
  const others = [auditor, supervisor, admin, await makeViewer("agent", [campaignId]), { ...agent, operatorId: null }];
  for (const actor of others) await expect(acknowledgeAudit({ actor, auditId }), actor.role).rejects.toMatchObject(NOT_FOUND);
  for (const wrong of ["nonsense", crypto.randomUUID()])
    await expect(acknowledgeAudit({ actor: agent, auditId: wrong })).rejects.toMatchObject(NOT_FOUND);
  await Promise.all([acknowledgeAudit({ actor: agent, auditId }), acknowledgeAudit({ actor: agent, auditId })]);
  const [first] = await sqlClient`select acknowledged_at as at from audits where id = ${auditId}`;
  expect(first?.at).toBeInstanceOf(Date);
  await acknowledgeAudit({ actor: agent, auditId });
  expect(await sqlClient`select acknowledged_at as at from audits where id = ${auditId}`).toEqual([first]);
  expect(await sqlClient`select count(*)::int from audit_log where action = 'audit.acknowledged' and object_id = ${auditId}`).toEqual([
    { count: 1 },
  ]);
  const open = await makeAuditedCall({ audit: { status: "open", completedAt: null } });
  await expect(acknowledgeAudit({ actor: open.agent, auditId: open.auditId })).rejects.toMatchObject(NOT_FOUND);
});

test("an agent reads what was answered and by whom of machine and people, and until when it can be disputed", async () => {
  const completedAt = new Date(NOW.getTime() - 6 * DAY_MS);
  const machine = { machineSource: "rule", machineQuote: "Buenos días", machineMomentMs: 3_000, machineNote: "Said at once." } as const;
  const made = await makeAuditedCall({
    audit: { completedAt, praise: "Calm throughout." },
    answers: [
      { answer: "complies", machineAnswer: "complies", ...machine },
      { answer: "fails", note: "Hung up.", momentMs: 58_000, reason: "Heard again.", machineAnswer: "complies", ...machine },
    ],
  });
  const { auditId, agent, auditor, taskId } = made;
  await sqlClient`update audit_answers set answered_by = ${auditor.userId} where audit_id = ${auditId} and answer = 'fails'`;
  const reading = await getAuditReading({ viewer: agent, auditId, now: NOW });
  const disputeUntil = new Date(completedAt.getTime() + 7 * DAY_MS);
  expect(reading).toMatchObject({ praise: "Calm throughout.", score: 50, isByMachine: false, mayDispute: true, disputeUntil });
  expect(reading.sections.map(({ section, score, answers }) => [section, score, answers.length])).toEqual([
    ["Opening", 100, 1],
    ["Closing", 0, 1],
  ]);
  const [first, second] = reading.sections.flatMap(({ answers }) => answers);
  expect(first).toMatchObject({ answer: "complies", isByMachine: true, quote: "Buenos días", momentMs: 3_000, note: "Said at once." });
  // What the machine heard speaks for another answer than the one that counts.
  expect(second).toMatchObject({
    answer: "fails",
    isByMachine: false,
    quote: null,
    momentMs: 58_000,
    note: "Hung up.",
    reason: "Heard again.",
  });
  expect(JSON.stringify(reading)).not.toContain(auditor.userId);
  expect((await getAuditReading({ viewer: agent, auditId, now: new Date(disputeUntil.getTime() + 1) })).mayDispute).toBe(false);

  expect(await findOwnTaskAudit({ viewer: agent, taskId: taskId ?? "" })).toEqual({ auditId });
  const stranger = await makeViewer("agent", [made.campaignId]);
  for (const viewer of [stranger, auditor, made.supervisor, made.admin]) {
    await expect(getAuditReading({ viewer, auditId })).rejects.toMatchObject(NOT_FOUND);
    expect(await findOwnTaskAudit({ viewer, taskId: taskId ?? "" })).toBeNull();
  }
});

test("an agent's home tells of how many audits each number is, by month, week and question", async () => {
  const made = await makeAuditedCall({ audit: { contactOn: "2026-11-20" } });
  await addAudit(made, "2026-11-02", 100, "complies");
  await addAudit(made, "2026-10-30", 80, "complies");
  await addAudit(made, "2026-07-30", 10);
  const home = await getAgentHome({ viewer: made.agent, operatorId: made.operatorId, now: NOW });
  expect(home.total).toBe(4);
  expect(home.thisMonth).toEqual({ count: 2, average: 75, passed: 1, from: "2026-11-01", to: null });
  expect(home.previousMonth).toEqual({ count: 1, average: 80, passed: 1, from: "2026-10-01", to: "2026-10-31" });
  expect(home.recent).toMatchObject({ count: 3, average: 76.67, passed: 2, to: null });
  expect(home.trend).toEqual([
    { startsOn: "2026-10-26", endsOn: "2026-11-01", count: 1, average: 80 },
    { startsOn: "2026-11-02", endsOn: "2026-11-08", count: 1, average: 100 },
    { startsOn: "2026-11-16", endsOn: "2026-11-22", count: 1, average: 50 },
  ]);
  const monthly = await getAgentHome({ viewer: made.agent, operatorId: made.operatorId, grain: "month", now: NOW });
  expect(monthly.trend.map(({ startsOn, endsOn, count }) => [startsOn, endsOn, count])).toEqual([
    ["2026-07-01", "2026-07-31", 1],
    ["2026-10-01", "2026-10-31", 1],
    ["2026-11-01", "2026-11-30", 2],
  ]);
  expect(home.questions.strongest).toMatchObject([{ question: "Said goodbye?", share: 1, count: 3 }]);
  expect(home.questions.weakest).toMatchObject([{ question: "Said hello?", share: 2 / 3, count: 3 }]);
});

test("what waits for the agent stands first by what can still be disputed, with praise and disputes", async () => {
  const made = await makeAuditedCall({ audit: { completedAt: new Date(Date.now() - 30 * DAY_MS), praise: "Well done." } });
  const fresh = await addAudit(made, "2026-11-21", 100);
  const soon = await addAudit(made, "2026-11-22", 60);
  await sqlClient`update audits set completed_at = ${new Date(Date.now() - 6 * DAY_MS)} where id = ${soon}`;
  const { agent, operatorId, criterionId, otherCriterionId, admin } = made;
  const { id: openId } = await openDispute({ actor: agent, auditId: soon, criterionId, reason: "No." });
  const { id: closedId } = await openDispute({ actor: agent, auditId: soon, criterionId: otherCriterionId, reason: "No." });
  await decideDispute({ actor: admin, disputeId: closedId, accepted: null, decision: "It was so." });
  const home = await getAgentHome({ viewer: agent, operatorId });
  expect(home.toRead.items.map(({ auditId, isDisputable }) => [auditId, isDisputable])).toEqual([
    [soon, true],
    [fresh, true],
    [made.auditId, false],
  ]);
  expect(home.toRead.count).toBe(3);
  expect(home.praise).toMatchObject([{ auditId: made.auditId, praise: "Well done." }]);
  expect(home.openDisputes.map(({ id }) => id)).toEqual([openId]);
  expect(home.decidedDisputes).toMatchObject([{ id: closedId, decision: "It was so." }]);
  await acknowledgeAudit({ actor: agent, auditId: soon });
  expect((await getAgentHome({ viewer: agent, operatorId })).toRead.items[0]?.auditId).toBe(fresh);
});

test("an agent without audits is told of none, and only those who look after operators see somebody else's, as far as their campaigns go", async () => {
  const made = await makeAuditedCall({ audit: { contactOn: "2026-11-20" } });
  const { operatorId, campaignId } = made;
  const empty = await makeViewer("agent", [campaignId]);
  for (const viewer of [empty, made.auditor]) await expect(getAgentHome({ viewer, operatorId })).rejects.toMatchObject(NOT_FOUND);
  const elsewhere = await makeAuditedCall();
  await expect(getAgentHome({ viewer: elsewhere.agent, operatorId })).rejects.toMatchObject(NOT_FOUND);
  const counts = async (viewer: Made["admin"]) => (await getAgentHome({ viewer, operatorId, now: NOW })).recent.count;
  expect(await counts(made.supervisor)).toBe(1);
  expect(await counts(made.admin)).toBe(1);
  expect(await counts(elsewhere.supervisor)).toBe(0);
  await sqlClient`delete from audit_answers where audit_id = ${made.auditId}`;
  await sqlClient`delete from audits where id = ${made.auditId}`;
  expect(await getAgentHome({ viewer: made.agent, operatorId })).toMatchObject({
    ...{ thisMonth: { count: 0, average: null, passed: 0 }, trend: [], praise: [], openDisputes: [], decidedDisputes: [] },
    ...{ questions: { strongest: [], weakest: [] }, toRead: { items: [], count: 0 } },
  });
});

test("a question is ranked from three audits on, never on both sides, and what is always met is never weak", () => {
  const question = (key: string, share: number, count = 3) => ({ key, question: key, share, count });
  expect(rankQuestions([question("a", 0, 2)])).toEqual({ strongest: [], weakest: [] });
  expect(rankQuestions([question("a", 1), question("b", 1)])).toMatchObject({ strongest: [{ key: "a" }, { key: "b" }], weakest: [] });
  const many = [0.1, 0.9, 0.5, 0.7, 0.3, 1, 0.2].map((share) => question(String(share), share));
  const { strongest, weakest } = rankQuestions(many);
  expect(weakest.map(({ key }) => key)).toEqual(["0.1", "0.2", "0.3"]);
  expect(strongest.map(({ key }) => key)).toEqual(["1", "0.9", "0.7"]);
});
