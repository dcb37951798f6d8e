import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeUser } from "@/db/testing/make-task";
import { makeViewer } from "@/lib/audits/testing/make-sheet";
import type { Viewer } from "@/lib/auth/viewer";
import { decideDispute } from "./decide-dispute";
import { getAuditDisputes } from "./get-audit-disputes";
import { getDispute } from "./get-dispute";
import { openDispute } from "./open-dispute";
import { makeAuditedCall } from "./testing/make-audited-call";
import { withdrawDispute } from "./withdraw-dispute";

type Made = Awaited<ReturnType<typeof makeAuditedCall>>;

const NOT_FOUND = { code: "not_found" };
const refused = (reason: string) => ({ code: "conflict", details: { reason } });
const DAY_MS = 24 * 60 * 60 * 1000;
const COMPLIES = { answer: "complies", points: null } as const;
const NOT_APPLICABLE = { answer: "not_applicable", points: null } as const;

const open = ({ auditId, criterionId, agent }: Made, change: { actor?: Viewer; now?: Date } = {}) =>
  openDispute({ actor: agent, auditId, criterionId, reason: "I said hello.", ...change });
const rowOf = async (id: string) => (await sqlClient`select * from disputes where id = ${id}`)[0];
const answerOf = async ({ auditId, criterionId }: Made) =>
  (
    await sqlClient`
      select answer, points, reason, answered_by as "answeredBy" from audit_answers where audit_id = ${auditId} and criterion_id = ${criterionId}`
  )[0];
const entriesOf = (ids: string[]) =>
  sqlClient`select action, object_id as id from audit_log where object_id = any(${ids}) order by seq`.then((rows) => [...rows]);

test("the agent whose call it is disputes an answer: it keeps whose it was, and has as long to be decided as to be opened", async () => {
  const made = await makeAuditedCall({ disputeDays: 3 });
  const now = new Date();
  const { id } = await open(made, { now });
  expect(await rowOf(id)).toMatchObject({
    ...{ status: "open", reason: "I said hello.", opened_by: made.agent.userId, due_at: new Date(now.getTime() + 3 * DAY_MS) },
    ...{ disputed_answer: "fails", disputed_points: null, disputed_user_id: made.auditor.userId },
  });
  expect(await getAuditDisputes({ viewer: made.agent, auditId: made.auditId })).toMatchObject([{ id, isOwn: true, isOverdue: false }]);
  expect(await entriesOf([id])).toEqual([{ action: "dispute.opened", id }]);
  await expect(open(made)).rejects.toMatchObject(refused("already_disputed"));
});

test("nobody but that agent disputes, and of audits that agents do not see there is nothing to dispute", async () => {
  const made = await makeAuditedCall();
  const { campaignId, operatorId, auditor, supervisor, admin } = made;
  const others = [auditor, supervisor, admin, await makeViewer("agent", [campaignId]), { ...supervisor, operatorId }];
  for (const actor of others) await expect(open(made, { actor }), actor.role).rejects.toMatchObject(NOT_FOUND);
  for (const auditId of ["nonsense", crypto.randomUUID()]) await expect(open({ ...made, auditId })).rejects.toMatchObject(NOT_FOUND);
  for (const criterionId of ["nonsense", crypto.randomUUID()])
    await expect(open({ ...made, criterionId })).rejects.toMatchObject(refused("not_answered"));
  const unfinished = await makeAuditedCall({ audit: { status: "open", completedAt: null } });
  await expect(open(unfinished)).rejects.toMatchObject(NOT_FOUND);
  const calibration = await makeAuditedCall({ audit: { kind: "calibration" } });
  await expect(open(calibration)).rejects.toMatchObject(NOT_FOUND);
});

test("an audit is disputed until the campaign's days since it was completed are over, to the moment", async () => {
  const completedAt = new Date(Date.now() - 7 * DAY_MS);
  const made = await makeAuditedCall({ audit: { completedAt } });
  const end = completedAt.getTime() + 7 * DAY_MS;
  await expect(open(made, { now: new Date(end + 1) })).rejects.toMatchObject(refused("too_late"));
  await open(made, { now: new Date(end) });
});

test("an accepted dispute changes the answer by the arbiter for the decision's reason, and score and task follow", async () => {
  const made = await makeAuditedCall();
  const { id } = await open(made);
  await decideDispute({ actor: made.supervisor, disputeId: id, accepted: COMPLIES, decision: "One hears it at 0:03." });
  expect(await answerOf(made)).toEqual({
    answer: "complies",
    points: null,
    reason: "One hears it at 0:03.",
    answeredBy: made.supervisor.userId,
  });
  expect(await rowOf(id)).toMatchObject({ status: "accepted", decided_by: made.supervisor.userId, decision: "One hears it at 0:03." });
  const [audit] = await sqlClient`select score::float8, status, revision from audits where id = ${made.auditId}`;
  expect(audit).toEqual({ score: 100, status: "completed", revision: 1 });
  expect(await sqlClient`select score::float8, status from tasks where id = ${made.taskId}`).toEqual([{ score: 100, status: "audited" }]);
  expect(await entriesOf([id, made.auditId])).toEqual([
    { action: "dispute.opened", id },
    { action: "dispute.decided", id },
    { action: "audit.answer_changed", id: made.auditId },
  ]);
});

test("a rejected dispute leaves answer and score, and a signed off audit stays signed off when one is accepted", async () => {
  const made = await makeAuditedCall();
  const { id } = await open(made);
  await decideDispute({ actor: made.admin, disputeId: id, accepted: null, decision: "It is not to be heard." });
  expect(await answerOf(made)).toMatchObject({ answer: "fails", reason: "", answeredBy: made.auditor.userId });
  expect(await entriesOf([made.auditId])).toEqual([]);

  const signer = await makeUser({ role: "supervisor" });
  const validated = await makeAuditedCall({ audit: { status: "validated", validatedAt: new Date(), validatedBy: signer } });
  const { id: other } = await open(validated);
  await decideDispute({ actor: validated.admin, disputeId: other, accepted: COMPLIES, decision: "Right." });
  expect(await sqlClient`select score::float8, status from tasks where id = ${validated.taskId}`).toEqual([
    { score: 100, status: "validated" },
  ]);
});

test("points of a scale are decided as points, and only what the question allows is taken", async () => {
  const scale = { kind: "scale" as const, maxPoints: 10, passingPoints: 6 };
  const made = await makeAuditedCall({
    criteria: [scale, { condition: "If asked" }],
    answers: [{ answer: "fails", points: 5 }, { answer: "complies" }],
  });
  const { id } = await open(made);
  const decide = (disputeId: string, accepted: Parameters<typeof decideDispute>[0]["accepted"]) =>
    decideDispute({ actor: made.supervisor, disputeId, accepted, decision: "Heard." });
  await expect(decide(id, NOT_APPLICABLE)).rejects.toMatchObject(refused("not_applicable_without_condition"));
  for (const wrong of [COMPLIES, { ...COMPLIES, points: 11 }])
    await expect(decide(id, wrong)).rejects.toMatchObject(refused("points_missing"));
  await expect(decide(id, { ...COMPLIES, points: 5 })).rejects.toMatchObject(refused("same_answer"));
  await decide(id, { ...COMPLIES, points: 8 });
  expect(await answerOf(made)).toMatchObject({ answer: "complies", points: 8 });
  expect(await sqlClient`select score::float8 from tasks where id = ${made.taskId}`).toEqual([{ score: 90 }]);

  const { id: other } = await open({ ...made, criterionId: made.otherCriterionId });
  await decide(other, NOT_APPLICABLE);
  expect(await sqlClient`select score::float8 from tasks where id = ${made.taskId}`).toEqual([{ score: 80 }]);
});

test("those of a campaign who decide do so, but never about an answer of their own, and they are told who may", async () => {
  const made = await makeAuditedCall();
  const { campaignId, auditId, criterionId, supervisor, admin, auditor, agent } = made;
  await sqlClient`update users set name = 'Ana Admin' where id = ${admin.userId}`;
  await sqlClient`update audit_answers set answered_by = ${supervisor.userId} where audit_id = ${auditId} and criterion_id = ${criterionId}`;
  const { id } = await open(made);
  const decide = (actor: Viewer) => decideDispute({ actor, disputeId: id, accepted: null, decision: "No." });
  const stranger = await makeViewer("supervisor", [await makeCampaign()]);
  for (const actor of [auditor, agent, stranger]) {
    await expect(decide(actor)).rejects.toMatchObject(NOT_FOUND);
    await expect(getDispute({ viewer: actor, id })).rejects.toMatchObject(NOT_FOUND);
  }
  await expect(decide(supervisor)).rejects.toMatchObject(refused("own_answer"));
  const seen = await getDispute({ viewer: supervisor, id });
  expect(seen).toMatchObject({ refusal: "own_answer", disputedUser: { id: supervisor.userId } });
  expect(seen.arbiters).toContain("Ana Admin");
  await expect(decide({ ...supervisor, userId: agent.userId })).rejects.toMatchObject(refused("own_dispute"));
  // Whoever corrects the answer meanwhile has a side of their own.
  const other = await makeViewer("supervisor", [campaignId]);
  await sqlClient`update audit_answers set answered_by = ${other.userId} where audit_id = ${auditId} and criterion_id = ${criterionId}`;
  await expect(decide(other)).rejects.toMatchObject(refused("own_answer"));
  await sqlClient`update audits set status = 'open', completed_at = null where id = ${auditId}`;
  await expect(decide(admin)).rejects.toMatchObject(refused("audit_reopened"));
  await sqlClient`update audits set status = 'completed', completed_at = now() where id = ${auditId}`;
  await decide(admin);
});

test("the machine's answer is disputed too, and anybody who decides may decide about it", async () => {
  const machine = { answer: "fails", machineAnswer: "fails", machineSource: "rule" } as const;
  const made = await makeAuditedCall({ answers: [machine, { ...machine, answer: "complies", machineAnswer: "complies" }] });
  const { id } = await open(made);
  expect(await rowOf(id)).toMatchObject({ disputed_user_id: null });
  await decideDispute({ actor: made.supervisor, disputeId: id, accepted: COMPLIES, decision: "Misheard." });
  const [answer] =
    await sqlClient`select answer, machine_answer from audit_answers where audit_id = ${made.auditId} and criterion_id = ${made.criterionId}`;
  expect(answer).toEqual({ answer: "complies", machine_answer: "fails" });
});

test("who opened a dispute takes it back while it is open, nobody else does, and then it is over", async () => {
  const made = await makeAuditedCall();
  const { id } = await open(made);
  const stranger = await makeViewer("agent", [made.campaignId]);
  for (const actor of [stranger, made.supervisor, made.admin, made.auditor])
    await expect(withdrawDispute({ actor, disputeId: id })).rejects.toMatchObject(NOT_FOUND);
  await withdrawDispute({ actor: made.agent, disputeId: id });
  await expect(withdrawDispute({ actor: made.agent, disputeId: id })).rejects.toMatchObject(refused("not_open"));
  await expect(decideDispute({ actor: made.admin, disputeId: id, accepted: null, decision: "No." })).rejects.toMatchObject(
    refused("not_open"),
  );
  await expect(open(made)).rejects.toMatchObject(refused("already_disputed"));
  expect((await entriesOf([id])).map(({ action }) => action)).toEqual(["dispute.opened", "dispute.withdrawn"]);
});

test("of arbiters who decide at once one wins and the others are told, and answer and score are the winner's", async () => {
  const made = await makeAuditedCall();
  const { id } = await open(made);
  const third = await makeViewer("supervisor", [made.campaignId]);
  const decisions = await Promise.allSettled([
    decideDispute({ actor: made.supervisor, disputeId: id, accepted: COMPLIES, decision: "Yes." }),
    decideDispute({ actor: made.admin, disputeId: id, accepted: null, decision: "No." }),
    decideDispute({ actor: third, disputeId: id, accepted: null, decision: "No." }),
  ]);
  expect(decisions.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const decision of decisions) if (decision.status === "rejected") expect(decision.reason).toMatchObject(refused("not_open"));
  const isAccepted = decisions[0].status === "fulfilled";
  expect(await rowOf(id)).toMatchObject({ status: isAccepted ? "accepted" : "rejected" });
  expect(await answerOf(made)).toMatchObject({ answer: isAccepted ? "complies" : "fails" });
  expect(await sqlClient`select score::float8 from tasks where id = ${made.taskId}`).toEqual([{ score: isAccepted ? 100 : 50 }]);
});

test("a dispute that is withdrawn and decided at once ends in one of the two ways, and a double press opens one", async () => {
  const made = await makeAuditedCall();
  const opened = await Promise.allSettled([open(made), open(made), open(made)]);
  const ids = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value.id] : []));
  expect(ids).toHaveLength(1);
  const [id = ""] = ids;
  const ends = await Promise.allSettled([
    withdrawDispute({ actor: made.agent, disputeId: id }),
    decideDispute({ actor: made.admin, disputeId: id, accepted: COMPLIES, decision: "Yes." }),
  ]);
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const isWithdrawn = ends[0].status === "fulfilled";
  expect(await rowOf(id)).toMatchObject({ status: isWithdrawn ? "withdrawn" : "accepted" });
  expect(await answerOf(made)).toMatchObject({ answer: isWithdrawn ? "fails" : "complies" });
});

test("a contact without a task is disputed and decided as any other", async () => {
  const made = await makeAuditedCall({ isManual: true });
  const { id } = await open(made);
  await decideDispute({ actor: made.supervisor, disputeId: id, accepted: COMPLIES, decision: "Right." });
  expect(await sqlClient`select score::float8 from audits where id = ${made.auditId}`).toEqual([{ score: 100 }]);
});
