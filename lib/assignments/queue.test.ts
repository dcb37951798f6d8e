import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import { answerCriterion } from "@/lib/audits/answer-criterion";
import { answerInput } from "@/lib/audits/answer-input";
import { beginAudit } from "@/lib/audits/begin-audit";
import { completeAudit } from "@/lib/audits/complete-audit";
import { getAudit } from "@/lib/audits/get-audit";
import { reopenAudit } from "@/lib/audits/reopen-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { createSample } from "./create-sample";
import { findQueueEntry } from "./find-queue-entry";
import { listOwnQueue } from "./list-own-queue";
import { moveAssignment } from "./move-assignment";
import { nextAssignment } from "./next-assignment";
import { skipAssignment, skipReason } from "./skip-assignment";
import { completeAssignment, DAY, makeDrawableCalls } from "./testing/make-drawable-calls";

const NOT_FOUND = { code: "not_found" };
let campaignId = 0;
let supervisor: Viewer;
let ada: Viewer;
let bruno: Viewer;

beforeEach(async () => {
  campaignId = await makeCampaign();
  await makeScorecard({ campaignId });
  const viewerOf = async (role: Viewer["role"], name: string): Promise<Viewer> => ({
    ...{ role, campaignIds: [campaignId], operatorId: null },
    userId: await makeUser({ role, name, campaignIds: [campaignId] }),
  });
  [supervisor, ada, bruno] = [await viewerOf("supervisor", "Sara"), await viewerOf("auditor", "Ada"), await viewerOf("auditor", "Bruno")];
  for (let index = 0; index < 3; index++) await makeDrawableCalls({ campaignId, operatorId: await makeOperator(), count: 3 });
});

async function draw(quotas: Record<string, number>, changes: { kind?: "calibration"; dueOn?: string } = {}) {
  const given = Object.entries(quotas).map(([userId, count]) => ({ userId, count }));
  const input = {
    kind: "quality" as const,
    name: "Week",
    startsOn: DAY,
    endsOn: DAY,
    stratification: "operator" as const,
    seed: "s",
    dueOn: null,
  };
  return createSample({ actor: supervisor, campaignId, input: { ...input, ...changes, quotas: given } });
}

const queueOf = async (viewer: Viewer) => (await listOwnQueue({ viewer })).calls.map(({ taskId }) => taskId);

test("the next call is the first that waits, goes on behind the one that is left, and ends when all are done", async () => {
  await draw({ [ada.userId]: 3 });
  const [first = "", second = "", third = ""] = await queueOf(ada);
  expect(await nextAssignment({ viewer: ada })).toMatchObject({ taskId: first, kind: "quality" });
  expect(await nextAssignment({ viewer: ada, afterTaskId: first })).toMatchObject({ taskId: second });
  expect(await nextAssignment({ viewer: ada, afterTaskId: third })).toMatchObject({ taskId: first });
  expect(await nextAssignment({ viewer: ada, afterTaskId: "nonsense" })).toMatchObject({ taskId: first });
  await completeAssignment({ taskId: second, auditorId: ada.userId });
  expect(await nextAssignment({ viewer: ada, afterTaskId: first })).toMatchObject({ taskId: third });
  // The only one that waits is the one that is left: there is no other.
  await completeAssignment({ taskId: third, auditorId: ada.userId });
  expect(await nextAssignment({ viewer: ada, afterTaskId: first })).toBeNull();
  await completeAssignment({ taskId: first, auditorId: ada.userId });
  expect(await nextAssignment({ viewer: ada })).toBeNull();
  expect(await nextAssignment({ viewer: bruno })).toBeNull();
});

test("what is due first comes first, and what is overdue is counted", async () => {
  await draw({ [ada.userId]: 2 });
  await draw({ [ada.userId]: 2 }, { dueOn: "2999-01-01" });
  await draw({ [ada.userId]: 1 }, { dueOn: "2026-11-21" });
  const queue = await listOwnQueue({ viewer: ada });
  expect(queue).toMatchObject({ leftCount: 5, overdueCount: 1 });
  expect(queue.calls.map(({ dueOn, isOverdue }) => [dueOn, isOverdue])).toEqual([
    ["2026-11-21", true],
    ["2999-01-01", false],
    ["2999-01-01", false],
    [null, false],
    [null, false],
  ]);
});

test("a call is skipped once, for a reason, by whose it is; two tabs that do so at once are one skip and one refusal", async () => {
  const { id: sampleId } = await draw({ [ada.userId]: 2 });
  const next = await nextAssignment({ viewer: ada });
  const id = next?.id ?? "";
  for (const viewer of [bruno, supervisor, { ...ada, role: "agent" as const }])
    await expect(skipAssignment({ viewer, id, reason: "No" })).rejects.toMatchObject(NOT_FOUND);
  const skips = await Promise.allSettled(["Bad sound", "Wrong language"].map((reason) => skipAssignment({ viewer: ada, id, reason })));
  expect(skips.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(skipAssignment({ viewer: ada, id: "nonsense", reason: "No" })).rejects.toMatchObject(NOT_FOUND);
  expect(skipReason.safeParse("  \0 ").error?.issues[0]?.message).toBe("reason_missing");
  expect(await queueOf(ada)).toHaveLength(1);
  const [row] = await sqlClient`select count(*)::int as skipped from assignments where sample_id = ${sampleId} and skip_reason <> ''`;
  expect(row).toEqual({ skipped: 1 });
});

test("a call that waits or was skipped goes to another auditor of the campaign; what is done stays where it is", async () => {
  await draw({ [ada.userId]: 3, [bruno.userId]: 1 });
  const first = await nextAssignment({ viewer: ada });
  const id = first?.id ?? "";
  await skipAssignment({ viewer: ada, id, reason: "I know the caller" });
  for (const actor of [ada, { ...supervisor, campaignIds: [] }])
    await expect(moveAssignment({ actor, id, auditorId: bruno.userId })).rejects.toMatchObject(NOT_FOUND);
  const stranger = await makeUser({ role: "auditor" });
  await expect(moveAssignment({ actor: supervisor, id, auditorId: stranger })).rejects.toMatchObject({
    details: { problem: "not_an_auditor" },
  });
  await moveAssignment({ actor: supervisor, id, auditorId: bruno.userId });
  expect((await queueOf(bruno)).at(-1)).toBe(first?.taskId);
  const [entry] = await sqlClient`select details from audit_log where action = 'assignment.moved' order by seq desc limit 1`;
  expect(entry?.details).toMatchObject({ taskId: first?.taskId, before: { auditorId: ada.userId, skipReason: "I know the caller" } });
  await completeAssignment({ taskId: first?.taskId ?? "", auditorId: bruno.userId });
  await expect(moveAssignment({ actor: supervisor, id, auditorId: ada.userId })).rejects.toMatchObject({ details: { problem: "ended" } });

  await draw({ [ada.userId]: 1, [bruno.userId]: 1 }, { kind: "calibration" });
  const shared = (await listOwnQueue({ viewer: ada })).calls.find(({ kind }) => kind === "calibration");
  const move = moveAssignment({ actor: supervisor, id: shared?.id ?? "", auditorId: bruno.userId });
  await expect(move).rejects.toMatchObject({ details: { problem: "has_it_already" } });
});

test("a call of the queue says which it is, also once it is done; nobody else's queue has it, nor that of who left the campaign", async () => {
  await draw({ [ada.userId]: 3 });
  const [, second = ""] = await queueOf(ada);
  expect(await findQueueEntry({ viewer: ada, taskId: second })).toMatchObject({ number: 2, sampleCount: 3, leftCount: 3, state: "open" });
  await completeAssignment({ taskId: second, auditorId: ada.userId });
  expect(await findQueueEntry({ viewer: ada, taskId: second })).toMatchObject({ number: 2, leftCount: 2, state: "done" });
  for (const viewer of [bruno, supervisor, { ...ada, role: "agent" as const }])
    expect(await findQueueEntry({ viewer, taskId: second })).toBeNull();
  const gone = { ...ada, campaignIds: [] };
  expect(await nextAssignment({ viewer: gone })).toBeNull();
  expect(await listOwnQueue({ viewer: gone })).toEqual({ leftCount: 0, overdueCount: 0, calls: [] });
});

test("a call that is audited leaves the queue, for calibration that of its own auditor alone, and is back once the audit is reopened", async () => {
  await draw({ [ada.userId]: 2 });
  await draw({ [ada.userId]: 1, [bruno.userId]: 1 }, { kind: "calibration", dueOn: "2999-01-01" });
  const audit = async (viewer: Viewer) => {
    const next = await nextAssignment({ viewer });
    const { auditId } = await beginAudit({ viewer, taskId: next?.taskId ?? "", kind: next?.kind });
    for (const { id, mark } of (await getAudit({ viewer, id: auditId })).criteria)
      await answerCriterion({ viewer, auditId, input: answerInput.parse({ criterionId: id, answer: "complies", seen: mark }) });
    await completeAudit({ viewer, auditId });
    return auditId;
  };
  const first = await nextAssignment({ viewer: ada });
  expect(first?.kind).toBe("calibration");
  await audit(ada);
  expect(await queueOf(ada)).toHaveLength(2);
  expect(await queueOf(bruno)).toEqual([first?.taskId]);
  const auditId = await audit(ada);
  expect(await queueOf(ada)).toHaveLength(1);
  await reopenAudit({ viewer: ada, auditId, reason: "Too hasty" });
  expect(await queueOf(ada)).toHaveLength(2);
});
