import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { getAgentHome } from "@/lib/agents/get-agent-home";
import { listSampleCalls } from "@/lib/assignments/list-sample-calls";
import { completeAssignment } from "@/lib/assignments/testing/make-drawable-calls";
import type { Viewer } from "@/lib/auth/viewer";
import { countOpenDisputes } from "@/lib/disputes/count-open-disputes";
import { decideDispute } from "@/lib/disputes/decide-dispute";
import { findDispute } from "@/lib/disputes/find-dispute";
import { getAuditDisputes } from "@/lib/disputes/get-audit-disputes";
import { listDisputes } from "@/lib/disputes/list-disputes";
import { openDispute } from "@/lib/disputes/open-dispute";
import { getCalibration } from "@/lib/reports/quality/get-calibration";
import { listProblemCalls } from "@/lib/reports/quality/list-problem-calls";
import { countSelection } from "@/lib/tasks/bulk/count-selection";
import { getTask } from "@/lib/tasks/get-task";
import { listTasks } from "@/lib/tasks/list-tasks";
import type { TaskFilters, TaskSort } from "@/lib/tasks/task-filters";
import { acceptSuggestions } from "./accept-suggestions";
import type { AuditListFilters } from "./audit-list-filters";
import { beginAudit } from "./begin-audit";
import { deleteAudit } from "./delete-audit";
import { findCallToCalibrate } from "./find-call-to-calibrate";
import { getAudit } from "./get-audit";
import { getAuditState } from "./get-audit-state";
import { getTaskAuditing } from "./get-task-auditing";
import { listAuditTrail } from "./list-audit-trail";
import { listAudits } from "./list-audits";
import { reopenAudit } from "./reopen-audit";
import { assignCall } from "./testing/assign-call";
import { makeViewer } from "./testing/make-sheet";
import { validateAudit } from "./validate-audit";
import { writeRemarks } from "./write-remarks";

const GONE = { code: "not_found" };
const EVER = { from: "2026-11-01", to: "2026-11-30" };

type Made = Awaited<ReturnType<typeof makeCalls>>;
let made: Made;
beforeEach(async () => {
  made = await makeCalls();
});

/** Two failed calls, the worse of which an auditor and a supervisor have still to calibrate; two others have done so. */
async function makeCalls() {
  const campaignId = await makeCampaign({ passingScore: 80 });
  const operatorId = await makeOperator();
  const scorecard = await makeScorecard({ campaignId });
  const [auditor, supervisor] = [await makeViewer("auditor", [campaignId]), await makeViewer("supervisor", [campaignId])];
  const agent = await makeViewer("agent", [campaignId], operatorId);
  const others = [await makeViewer("auditor", [campaignId]), await makeViewer("auditor", [campaignId])];
  const audited = async (score: number) => {
    const { taskId } = await makeTask({ campaignId, operatorId, task: { status: "audited", score } });
    return { taskId, auditId: await audit(taskId, score) };
  };
  const audit = (taskId: string, score: number, calibratedBy?: Viewer) => {
    const auditorId = (calibratedBy ?? others[0])?.userId;
    return makeAudit({
      ...{ scorecard, campaignId, operatorId, taskId, answers: [{ answer: "fails", answeredBy: auditorId }] },
      audit: {
        ...{ kind: calibratedBy ? "calibration" : "quality", status: "completed", completedAt: new Date(), completedBy: auditorId },
        ...{ auditorId, score, scoreWithoutFail: score, hasCriticalFailure: true },
      },
    });
  };
  const [hidden, shown] = [await audited(10), await audited(20)];
  const calibrations = await Promise.all(others.map((other, index) => audit(hidden.taskId, 30 + index, other)));
  const { sampleId } = await assignCall({ campaignId, taskId: hidden.taskId, kind: "calibration", auditor });
  for (const { userId } of [...others, supervisor]) {
    await sqlClient`insert into assignments (id, sample_id, task_id, kind, auditor_id, position)
      values (gen_random_uuid(), ${sampleId}, ${hidden.taskId}, 'calibration', ${userId}, 1)`;
  }
  for (const { userId } of others) await completeAssignment({ taskId: hidden.taskId, auditorId: userId });
  const [row] = await sqlClient<{ key: string }[]>`select key from criteria where id = ${scorecard.criterionIds[0] ?? ""}`;
  const criterionId = scorecard.criterionIds[0] ?? "";
  return { campaignId, auditor, supervisor, agent, hidden, shown, calibrations, sampleId, criterionId, criterionKey: row?.key ?? "" };
}

const auditsOf = async (viewer: Viewer, filters: AuditListFilters = {}) =>
  (await listAudits({ viewer, filters: { kinds: ["quality"], ...filters } })).items.map(({ taskId, score, isHidden }) => [
    taskId,
    score,
    isHidden,
  ]);
const tasksOf = async (viewer: Viewer, filters: TaskFilters = {}, sort?: TaskSort) =>
  (await listTasks({ viewer, filters: { campaignIds: [made.campaignId], ...filters }, sort })).items.map(({ id, score, isScoreHidden }) => [
    ...[id, score, isScoreHidden],
  ]);
const complete = ({ userId }: Viewer) => completeAssignment({ taskId: made.hidden.taskId, auditorId: userId });

test("lists of audits show a call that is to be calibrated without its score and result, until the calibration is completed", async () => {
  const { hidden, shown, calibrations, criterionKey } = made;
  const [blind, open] = [[hidden.taskId, null, true] as const, [shown.taskId, 20, false] as const];
  for (const viewer of [made.auditor, made.supervisor]) {
    const { items, leavesOut } = await listAudits({ viewer, filters: { kinds: ["quality"] } });
    expect(items.map(({ taskId, score, isHidden }) => [taskId, score, isHidden])).toEqual(expect.arrayContaining([[...blind], [...open]]));
    expect(items.find(({ isHidden }) => isHidden)).toMatchObject({ scoreWithoutFail: null, hasCriticalFailure: false });
    expect(leavesOut).toBe(false);
    for (const filters of [
      { result: "failed" },
      { scoreFrom: 1 },
      { scoreTo: 60 },
      { hasCriticalFailure: true },
      { criterionKey },
      { criterionKey, answer: "fails" },
    ] as const) {
      expect(await auditsOf(viewer, filters)).toEqual([[...open]]);
      expect((await listAudits({ viewer, filters })).leavesOut).toBe(true);
    }
  }
  const { items } = await listAudits({ viewer: made.supervisor, filters: { kinds: ["calibration"] } });
  expect(items.map(({ score }) => score)).toEqual([null, null]);
  expect((await listAudits({ viewer: made.auditor, filters: { kinds: ["calibration"] } })).items).toEqual([]);

  for (const viewer of [made.auditor, made.supervisor]) {
    await complete(viewer);
    expect(await auditsOf(viewer, { result: "failed" })).toHaveLength(2);
    expect(await auditsOf(viewer)).toEqual(expect.arrayContaining([[hidden.taskId, 10, false]]));
  }
  const after = await listAudits({ viewer: made.supervisor, filters: { kinds: ["calibration"] } });
  expect(after.items.map(({ id, score }) => [id, score]).toSorted()).toEqual(calibrations.map((id, index) => [id, 30 + index]).toSorted());
  expect(after.leavesOut).toBe(false);
});

test("lists of tasks are without that score, and neither narrowed nor ordered by it", async () => {
  const { hidden, shown, auditor: viewer } = made;
  expect(await tasksOf(viewer)).toEqual([
    [shown.taskId, 20, false],
    [hidden.taskId, null, true],
  ]);
  const byScore: [TaskFilters, TaskSort?][] = [
    [{ scoreFrom: 0 }],
    [{ scoreTo: 50 }],
    [{}, { key: "score", order: "asc" }],
    [{ statuses: ["audited", "completed"] }, { key: "score", order: "desc" }],
  ];
  for (const [filters, sort] of byScore) expect(await tasksOf(viewer, filters, sort)).toEqual([[shown.taskId, 20, false]]);
  expect((await listTasks({ viewer, filters: { scoreFrom: 0 } })).leavesOut).toBe(true);
  const filters = { campaignIds: [made.campaignId], scoreTo: 50, createdBefore: new Date(Date.now() + 60_000) };
  expect(await countSelection({ viewer, selection: { kind: "matching", filters }, limit: 10 })).toBe(1);
  expect(await getTask({ viewer, id: hidden.taskId })).toMatchObject({ score: null });
  expect(await getTask({ viewer, id: shown.taskId })).toMatchObject({ score: 20 });
  await complete(viewer);
  expect(await tasksOf(viewer, {}, { key: "score", order: "asc" })).toEqual([
    [hidden.taskId, 10, false],
    [shown.taskId, 20, false],
  ]);
  expect(await countSelection({ viewer, selection: { kind: "matching", filters }, limit: 10 })).toBe(2);
});

test("an audit by its id and everything that is done to it waits for the calibration, and leads to it", async () => {
  const { auditor, supervisor, hidden, shown, calibrations } = made;
  const { taskId, auditId } = hidden;
  for (const viewer of [auditor, supervisor]) {
    await expect(getAudit({ viewer, id: auditId })).rejects.toMatchObject(GONE);
    await expect(reopenAudit({ viewer, auditId, reason: "Wrong." })).rejects.toMatchObject(GONE);
    await expect(acceptSuggestions({ viewer, auditId })).rejects.toMatchObject(GONE);
    await expect(beginAudit({ viewer, taskId })).rejects.toMatchObject(GONE);
    await expect(getAuditState({ viewer, subject: { auditId } })).rejects.toMatchObject(GONE);
    expect(await getAuditState({ viewer, subject: { taskId } })).toMatchObject({ auditId: null, status: "none" });
    expect(await findCallToCalibrate({ viewer, auditId })).toBe(taskId);
    expect(await findCallToCalibrate({ viewer, auditId: shown.auditId })).toBeNull();
    expect(await getTaskAuditing({ viewer, taskId })).toMatchObject({ kind: "calibration", audit: null });
  }
  await expect(validateAudit({ viewer: supervisor, auditId })).rejects.toMatchObject(GONE);
  await expect(deleteAudit({ viewer: supervisor, auditId })).rejects.toMatchObject(GONE);
  await expect(listAuditTrail({ viewer: supervisor, auditId })).rejects.toMatchObject(GONE);
  const input = { comment: "", praise: "Kind.", seen: { comment: "", praise: "" } };
  await expect(writeRemarks({ viewer: supervisor, auditId, input })).rejects.toMatchObject(GONE);
  for (const id of calibrations) {
    await expect(getAudit({ viewer: supervisor, id })).rejects.toMatchObject(GONE);
    expect(await findCallToCalibrate({ viewer: supervisor, auditId: id })).toBe(taskId);
    expect(await findCallToCalibrate({ viewer: auditor, auditId: id })).toBeNull();
  }

  const own = await beginAudit({ viewer: auditor, taskId, kind: "calibration" });
  expect(await getAudit({ viewer: auditor, id: own.auditId })).toMatchObject({ kind: "calibration", status: "open" });
  await complete(auditor);
  expect(await getAudit({ viewer: auditor, id: auditId })).toMatchObject({ kind: "quality", score: 10 });
  expect(await findCallToCalibrate({ viewer: auditor, auditId })).toBeNull();
});

test("who skipped the call, whose sample is deleted, and who has nothing to calibrate are kept from nothing", async () => {
  const { auditor, supervisor, hidden, sampleId } = made;
  await sqlClient`update assignments set skipped_at = now(), skip_reason = 'Noise.' where auditor_id = ${auditor.userId}`;
  expect(await getAudit({ viewer: auditor, id: hidden.auditId })).toMatchObject({ score: 10 });
  await expect(getAudit({ viewer: supervisor, id: hidden.auditId })).rejects.toMatchObject(GONE);
  await sqlClient`delete from samples where id = ${sampleId}`;
  expect(await getAudit({ viewer: supervisor, id: hidden.auditId })).toMatchObject({ score: 10 });
  expect(await auditsOf(await makeViewer("auditor", [made.campaignId]), { result: "failed" })).toHaveLength(2);
});

test("a contact that was entered by hand is hidden from nobody", async () => {
  const { campaignId, auditor } = made;
  const other = await makeCampaign();
  const scorecard = await makeScorecard({ campaignId: other });
  const id = await makeAudit({ scorecard, campaignId, operatorId: await makeOperator(), audit: { hasCriticalFailure: true, score: 40 } });
  expect(await getAudit({ viewer: auditor, id })).toMatchObject({ taskId: null, score: 40 });
  expect(await auditsOf(auditor, { hasCriticalFailure: true })).toContainEqual([null, 40, false]);
});

test("an operator's page counts such a call, and tells neither its score nor its praise; the agent is told both", async () => {
  const { supervisor, agent, hidden, shown } = made;
  await sqlClient`update audits set praise = 'Kind.' where id in (${hidden.auditId}, ${shown.auditId})`;
  const toldOf = async (viewer: Viewer) => {
    const { total, toRead, praise } = await getAgentHome({ viewer, operatorId: agent.operatorId ?? "" });
    const idsOf = (items: { auditId: string }[]) => items.map(({ auditId }) => auditId).toSorted();
    return { total, count: toRead.count, toRead: idsOf(toRead.items), praise: idsOf(praise) };
  };
  const both = [hidden.auditId, shown.auditId].toSorted();
  expect(await toldOf(supervisor)).toEqual({ total: 2, count: 1, toRead: [shown.auditId], praise: [shown.auditId] });
  expect(await toldOf(agent)).toEqual({ total: 2, count: 2, toRead: both, praise: both });
  await complete(supervisor);
  expect(await toldOf(supervisor)).toEqual({ total: 2, count: 2, toRead: both, praise: both });
});

test("disputes of such a call wait too, the agent reads on, and reports of single calls and the sample leave it out", async () => {
  const { auditor, supervisor, agent, hidden, shown, sampleId, criterionId, campaignId } = made;
  const { id } = await openDispute({ actor: agent, auditId: hidden.auditId, criterionId, reason: "I did." });
  expect((await listDisputes({ viewer: agent })).items).toHaveLength(1);
  for (const viewer of [auditor, supervisor]) {
    expect((await listDisputes({ viewer })).items).toEqual([]);
    expect(await findDispute(viewer, id)).toBeNull();
    expect(await getAuditDisputes({ viewer, auditId: hidden.auditId })).toEqual([]);
    const { calls, total } = await listProblemCalls({ viewer, filters: EVER, problem: "lowest" });
    expect([calls.map(({ taskId }) => taskId), total]).toEqual([[shown.taskId], 1]);
  }
  expect(await countOpenDisputes({ viewer: supervisor })).toBe(0);
  const decision = { actor: supervisor, disputeId: id, accepted: null, decision: "No." };
  await expect(decideDispute(decision)).rejects.toMatchObject(GONE);
  expect((await getCalibration({ viewer: supervisor, filters: { ...EVER, campaignIds: [campaignId] } })).calls).toEqual([]);
  const sampled = await listSampleCalls({ viewer: supervisor, sampleId });
  expect(sampled.items.map(({ score, isScoreHidden }) => [score, isScoreHidden]).toSorted()).toEqual([
    [null, false],
    [null, false],
    [null, true],
    [null, true],
  ]);

  await complete(supervisor);
  expect(await countOpenDisputes({ viewer: supervisor })).toBe(1);
  expect((await listProblemCalls({ viewer: supervisor, filters: EVER, problem: "lowest" })).total).toBe(2);
  expect((await getCalibration({ viewer: supervisor, filters: { ...EVER, campaignIds: [campaignId] } })).calls).toHaveLength(1);
  const after = await listSampleCalls({ viewer: supervisor, sampleId });
  expect(after.items.map(({ score }) => score).toSorted()).toEqual([30, 31, null, null]);
  await decideDispute(decision);
});
