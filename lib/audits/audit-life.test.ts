import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit } from "@/db/testing/make-audit";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import { acceptSuggestions } from "./accept-suggestions";
import { answerCriterion } from "./answer-criterion";
import { answerInput } from "./answer-input";
import { answerMark, NO_ANSWER } from "./answer-mark";
import { beginAudit } from "./begin-audit";
import { completeAudit } from "./complete-audit";
import { deleteAudit } from "./delete-audit";
import { findTaskAudit } from "./find-task-audit";
import { getAudit } from "./get-audit";
import { getTaskAuditing } from "./get-task-auditing";
import { listAuditTrail } from "./list-audit-trail";
import { reopenAudit } from "./reopen-audit";
import { assignCall } from "./testing/assign-call";
import { makeSheet, makeViewer } from "./testing/make-sheet";
import { validateAudit } from "./validate-audit";
import { withdrawValidation } from "./withdraw-validation";
import { writeRemarks } from "./write-remarks";

type Sheet = Awaited<ReturnType<typeof makeSheet>>;

/** Answers all that the machine leaves: 60 % without what is failed by the critical criterion. */
async function answerAll({ auditId, auditor, criteria }: Sheet, viewer = auditor) {
  const say = async (criterionId: string, answer: "complies" | "fails" | "not_applicable", reason = "") => {
    const seen = (await getAudit({ viewer, id: auditId })).criteria.find(({ id }) => id === criterionId)?.mark;
    await answerCriterion({ viewer, auditId, input: answerInput.parse({ criterionId, answer, reason, seen }) });
  };
  await acceptSuggestions({ viewer, auditId });
  await say(criteria.terms, "complies", "Read at 0:40.");
  await say(criteria.refund, "not_applicable");
}

const taskOf = async (taskId: string) => (await sqlClient`select status, score::float8 from tasks where id = ${taskId}`)[0];

const openAssignments = async (taskId: string) =>
  Number((await sqlClient`select count(*) from assignments where task_id = ${taskId} and completed_at is null`)[0]?.count);

test("whoever opens a call's audit first is its auditor, also of one that the machine opened", async () => {
  const { taskId, auditId, auditor, campaignId } = await makeSheet();
  const second = await makeViewer("auditor", [campaignId]);
  expect(await beginAudit({ viewer: auditor, taskId })).toMatchObject({ auditId, isNew: false });
  await beginAudit({ viewer: second, taskId });
  expect(await findTaskAudit({ viewer: second, taskId })).toMatchObject({ id: auditId, auditor: { id: auditor.userId } });

  const { taskId: other } = await makeTask({ campaignId });
  const opened = await Promise.all([auditor, second, auditor, second].map((viewer) => beginAudit({ viewer, taskId: other })));
  expect(new Set(opened.map((one) => one.auditId)).size).toBe(1);
  expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);

  const unscored = await makeCampaign();
  const { taskId: without } = await makeTask({ campaignId: unscored });
  const admin = await makeViewer("admin");
  await expect(beginAudit({ viewer: admin, taskId: without })).rejects.toMatchObject({ details: { reason: "no_scorecard" } });
  expect(await getTaskAuditing({ viewer: admin, taskId: without })).toMatchObject({
    audit: null,
    hasScorecard: false,
    mayEditScorecard: true,
  });
  await expect(beginAudit({ viewer: auditor, taskId: without })).rejects.toMatchObject({ code: "not_found" });
});

test("an audit is completed once all is answered, by the passing score of then, and its task and assignment follow, forwards and back", async () => {
  const sheet = await makeSheet();
  const { auditId, taskId, auditor, campaignId, criteria } = sheet;
  await assignCall({ ...sheet, kind: "quality", auditor: await makeViewer("auditor", [campaignId]) });
  await expect(completeAudit({ viewer: auditor, auditId })).rejects.toMatchObject({
    details: { reason: "unanswered", criterionIds: [criteria.need, criteria.terms, criteria.kind, criteria.refund] },
  });
  await answerAll(sheet);
  await sqlClient`update campaigns set passing_score = 70 where id = ${campaignId}`;
  // A greeting and the terms at 1, a scale at 4 of 5, one that fails, one that does not apply.
  expect(await completeAudit({ viewer: auditor, auditId })).toEqual({ score: 70, passingScore: 70, hasPassed: true });
  expect(await taskOf(taskId)).toEqual({ status: "audited", score: 70 });
  expect(await openAssignments(taskId)).toBe(0);
  await expect(completeAudit({ viewer: auditor, auditId })).rejects.toMatchObject({ details: { reason: "not_open" } });

  const supervisor = await makeViewer("supervisor", [campaignId]);
  await expect(validateAudit({ viewer: auditor, auditId })).rejects.toMatchObject({ code: "not_found" });
  await validateAudit({ viewer: supervisor, auditId });
  expect(await taskOf(taskId)).toEqual({ status: "validated", score: 70 });
  await expect(reopenAudit({ viewer: auditor, auditId, reason: "x" })).rejects.toMatchObject({ details: { reason: "validated" } });
  const input = answerInput.parse({ criterionId: criteria.need, answer: "complies", seen: answerMark(NO_ANSWER), reason: "x" });
  await expect(answerCriterion({ viewer: supervisor, auditId, input })).rejects.toMatchObject({ details: { reason: "validated" } });

  await expect(withdrawValidation({ viewer: supervisor, auditId, reason: "" })).rejects.toMatchObject({
    details: { reason: "reason_missing" },
  });
  await withdrawValidation({ viewer: supervisor, auditId, reason: "An answer is wrong." });
  expect(await taskOf(taskId)).toMatchObject({ status: "audited" });
  await expect(reopenAudit({ viewer: auditor, auditId, reason: "" })).rejects.toMatchObject({ details: { reason: "reason_missing" } });
  await reopenAudit({ viewer: auditor, auditId, reason: "Listened again." });
  expect(await taskOf(taskId)).toEqual({ status: "pending", score: null });
  expect(await openAssignments(taskId)).toBe(1);
  expect((await listAuditTrail({ viewer: supervisor, auditId })).map(({ action }) => action)).toEqual([
    ...["audit.reopened", "audit.validation_withdrawn", "audit.validated", "audit.completed", "audit.answer_changed"],
  ]);
  await expect(listAuditTrail({ viewer: auditor, auditId })).rejects.toMatchObject({ code: "not_found" });
});

test("an answer of a completed audit is changed with a reason, can't be taken back, and moves score and task", async () => {
  const sheet = await makeSheet();
  const { auditId, taskId, auditor, criteria } = sheet;
  await answerAll(sheet);
  await completeAudit({ viewer: auditor, auditId });
  const say = async (change: { answer: "complies" | null; reason?: string }) => {
    const seen = (await getAudit({ viewer: auditor, id: auditId })).criteria.find(({ id }) => id === criteria.refund)?.mark;
    return answerCriterion({ viewer: auditor, auditId, input: answerInput.parse({ criterionId: criteria.refund, seen, ...change }) });
  };
  await expect(say({ answer: "complies" })).rejects.toMatchObject({ details: { reason: "reason_missing" } });
  await expect(say({ answer: null, reason: "x" })).rejects.toMatchObject({ details: { reason: "not_open" } });
  await say({ answer: "complies", reason: "It was offered." });
  expect(await taskOf(taskId)).toEqual({ status: "audited", score: 76 });
  expect(await getAudit({ viewer: auditor, id: auditId })).toMatchObject({ status: "completed", score: 76 });
});

test("what the machine completed is a person's once they complete it", async () => {
  const sheet = await makeSheet();
  const { auditId, auditor } = sheet;
  await answerAll(sheet);
  await sqlClient`update audits set status = 'completed', completed_at = now(), auditor_id = null where id = ${auditId}`;
  expect((await getAudit({ viewer: auditor, id: auditId })).rights).toMatchObject({
    mayComplete: true,
    mayReopen: true,
    mayValidate: false,
  });
  await completeAudit({ viewer: auditor, auditId });
  expect(await getAudit({ viewer: auditor, id: auditId })).toMatchObject({
    completer: { id: auditor.userId },
    rights: { mayComplete: false },
  });
});

test("agents see an audit of their own call once it is completed, and change nothing of it", async () => {
  const sheet = await makeSheet();
  const { auditId, taskId, operatorId, auditor } = sheet;
  const agent = await makeViewer("agent", [], operatorId);
  expect(await findTaskAudit({ viewer: agent, taskId })).toBeNull();
  await answerAll(sheet);
  await completeAudit({ viewer: auditor, auditId });
  const seen = await findTaskAudit({ viewer: agent, taskId });
  expect(Object.values(seen?.rights ?? { none: true })).toEqual(Array(7).fill(false));
  for (const attempt of [
    () => reopenAudit({ viewer: agent, auditId, reason: "x" }),
    () => validateAudit({ viewer: agent, auditId }),
    () => deleteAudit({ viewer: agent, auditId }),
    () => writeRemarks({ viewer: agent, auditId, input: { comment: "x", praise: "", seen: { comment: "", praise: "" } } }),
    () => beginAudit({ viewer: agent, taskId }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
});

test("remarks are written by whoever saw the latest, and changes of a completed audit's are told", async () => {
  const sheet = await makeSheet();
  const { auditId, auditor } = sheet;
  const none = { comment: "", praise: "" };
  const write = (seen: typeof none, now: typeof none) => writeRemarks({ viewer: auditor, auditId, input: { ...now, seen } });
  const first = { comment: "Short.", praise: "Kind." };
  await write(none, first);
  // Sent again, it is there already.
  await write(none, first);
  await expect(write(none, { ...none, comment: "Long." })).rejects.toMatchObject({
    details: { reason: "changed_meanwhile", current: first },
  });
  await answerAll(sheet);
  await completeAudit({ viewer: auditor, auditId });
  await write(first, { ...first, praise: "Very kind." });
  const log = await sqlClient`select details from audit_log where object_id = ${auditId} and action = 'audit.remarks_changed'`;
  expect([...log]).toEqual([{ details: { praise: { from: "Kind.", to: "Very kind." } } }]);
});

test("an audit is deleted while no person has answered it, by those who validate", async () => {
  const { auditId, taskId, campaignId, auditor } = await makeSheet();
  const supervisor = await makeViewer("supervisor", [campaignId]);
  await expect(deleteAudit({ viewer: auditor, auditId })).rejects.toMatchObject({ code: "not_found" });
  await deleteAudit({ viewer: supervisor, auditId });
  expect(await findTaskAudit({ viewer: supervisor, taskId })).toBeNull();

  const answered = await makeSheet();
  await answerAll(answered);
  const admin = await makeViewer("admin");
  await expect(deleteAudit({ viewer: admin, auditId: answered.auditId })).rejects.toMatchObject({ details: { reason: "has_answers" } });
  await completeAudit({ viewer: answered.auditor, auditId: answered.auditId });
  await expect(deleteAudit({ viewer: admin, auditId: answered.auditId })).rejects.toMatchObject({ details: { reason: "not_open" } });
});

test("a calibration is filled in by the one to whom it is assigned, who sees nobody else's answers until it is done", async () => {
  const sheet = await makeSheet();
  const { taskId, campaignId, scorecard, auditor, operatorId } = sheet;
  const second = await makeViewer("auditor", [campaignId]);
  await expect(beginAudit({ viewer: auditor, taskId, kind: "calibration" })).rejects.toMatchObject({ code: "not_found" });
  await assignCall({ ...sheet, kind: "calibration", auditor });
  expect(await getTaskAuditing({ viewer: auditor, taskId })).toMatchObject({ kind: "calibration", audit: null, machine: null });
  const { auditId } = await beginAudit({ viewer: auditor, taskId, kind: "calibration" });
  const others = await makeAudit({ scorecard, campaignId, taskId, operatorId, audit: { kind: "calibration", auditorId: second.userId } });
  await expect(getAudit({ viewer: auditor, id: others })).rejects.toMatchObject({ code: "not_found" });
  const supervisor = await makeViewer("supervisor", [campaignId]);
  expect((await getAudit({ viewer: supervisor, id: auditId })).rights).toMatchObject({ mayAnswer: false, mayValidate: false });
  await expect(completeAudit({ viewer: supervisor, auditId })).rejects.toMatchObject({ code: "not_found" });

  for (const criterionId of scorecard.criterionIds) {
    const input = answerInput.parse({ criterionId, answer: "complies", points: 5, seen: answerMark(NO_ANSWER) });
    await answerCriterion({ viewer: auditor, auditId, input });
  }
  await completeAudit({ viewer: auditor, auditId });
  expect(await taskOf(taskId)).toEqual({ status: "completed", score: null });
  expect(await openAssignments(taskId)).toBe(0);
  expect(await getTaskAuditing({ viewer: auditor, taskId })).toMatchObject({ kind: "quality", audit: { id: sheet.auditId } });

  // By now they may see what others judged: nothing of theirs is changed any more.
  const over = { code: "conflict", details: { reason: "calibration_over" } };
  const seen = (await getAudit({ viewer: auditor, id: auditId })).criteria[0]?.mark ?? "";
  const input = answerInput.parse({ criterionId: scorecard.criterionIds[0], answer: "fails", seen });
  await expect(answerCriterion({ viewer: auditor, auditId, input })).rejects.toMatchObject(over);
  await expect(reopenAudit({ viewer: auditor, auditId, reason: "Now that I have looked" })).rejects.toMatchObject(over);
  expect((await getAudit({ viewer: auditor, id: auditId })).rights).toMatchObject({
    mayAnswer: false,
    mayComplete: false,
    mayReopen: false,
  });
});

test("a calibration that was skipped is neither begun nor gone on with", async () => {
  const [begun, unbegun] = [await makeSheet(), await makeSheet()];
  for (const sheet of [begun, unbegun]) await assignCall({ ...sheet, kind: "calibration" });
  const { auditId } = await beginAudit({ viewer: begun.auditor, taskId: begun.taskId, kind: "calibration" });
  await sqlClient`update assignments set skipped_at = now(), skip_reason = 'Known' where task_id = any(${[begun.taskId, unbegun.taskId]}::uuid[])`;
  const over = { details: { reason: "calibration_over" } };
  await expect(completeAudit({ viewer: begun.auditor, auditId })).rejects.toMatchObject(over);
  const asked = { viewer: unbegun.auditor, taskId: unbegun.taskId, kind: "calibration" as const };
  await expect(beginAudit(asked)).rejects.toMatchObject({ code: "not_found" });
});
