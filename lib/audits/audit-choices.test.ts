import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { findCriterionQuestion } from "./find-criterion-question";
import { getAuditState } from "./get-audit-state";
import { listAuditableCampaigns } from "./list-auditable-campaigns";
import { listAuditors } from "./list-auditors";
import { makeSheet, makeViewer } from "./testing/make-sheet";
import { writeRemarks } from "./write-remarks";

test("auditors to choose from are those whose audits one sees: of a calibration oneself alone", async () => {
  const [campaignId, elsewhere] = [await makeCampaign(), await makeCampaign()];
  const [auditor, admin] = [await makeViewer("auditor", [campaignId]), await makeViewer("admin")];
  const [colleague, other] = [await makeViewer("auditor", [campaignId]), await makeViewer("supervisor", [elsewhere])];
  const ids = async (viewer: typeof admin) => (await listAuditors({ viewer })).map(({ id }) => id);
  expect(await ids(auditor)).toEqual([]);
  const scorecard = await makeScorecard({ campaignId });
  const { taskId } = await makeTask({ campaignId });
  await makeAudit({ scorecard, campaignId, taskId, audit: { auditorId: admin.userId } });
  for (const { userId } of [auditor, colleague])
    await makeAudit({ scorecard, campaignId, taskId, audit: { kind: "calibration", auditorId: userId } });
  expect((await ids(auditor)).sort()).toEqual([admin.userId, auditor.userId].sort());
  expect(await ids(admin)).toEqual(expect.arrayContaining([admin.userId, auditor.userId, colleague.userId]));
  expect(await ids(other)).toEqual([]);
  expect(await ids(await makeViewer("agent", [campaignId]))).toEqual([]);
});

test("campaigns are audited by hand once they have a published scorecard, until they are archived", async () => {
  const [ready, archived, without] = [
    await makeCampaign({ timeZone: "America/Lima" }),
    await makeCampaign({ archivedAt: new Date() }),
    await makeCampaign(),
  ];
  for (const campaignId of [ready, archived]) await makeScorecard({ campaignId });
  const auditor = await makeViewer("auditor", [ready, archived, without]);
  expect(await listAuditableCampaigns({ viewer: auditor })).toMatchObject([{ id: ready, timeZone: "America/Lima" }]);
  expect(await listAuditableCampaigns({ viewer: await makeViewer("agent", [ready]) })).toEqual([]);
});

test("a question is told to those who see a campaign that asks it, and to agents of whose calls it was answered", async () => {
  const campaignId = await makeCampaign();
  const scorecard = await makeScorecard({ campaignId });
  const { criterionIds } = scorecard;
  const [row] = await sqlClient<{ key: string }[]>`select key from criteria where id = ${criterionIds[0] ?? ""}`;
  const key = row?.key ?? "";
  expect(await findCriterionQuestion({ viewer: await makeViewer("auditor", [campaignId]), key })).toBe("Said hello?");
  expect(await findCriterionQuestion({ viewer: await makeViewer("auditor"), key })).toBeNull();
  const operatorId = await makeOperator();
  const agent = await makeViewer("agent", [campaignId], operatorId);
  expect(await findCriterionQuestion({ viewer: agent, key })).toBeNull();
  await makeAudit({
    scorecard,
    campaignId,
    operatorId,
    audit: { status: "completed", completedAt: new Date(), score: 100, scoreWithoutFail: 100 },
  });
  expect(await findCriterionQuestion({ viewer: agent, key })).toBe("Said hello?");
});

test("whether a page is behind is told by the audit's revision and status, and by the machine's work", async () => {
  const { taskId, auditId, auditor, campaignId, operatorId } = await makeSheet();
  const ofTask = { viewer: auditor, subject: { taskId } };
  const before = await getAuditState(ofTask);
  expect(before).toEqual({ auditId, revision: 0, status: "open", machine: null });
  await writeRemarks({ viewer: auditor, auditId, input: { comment: "x", praise: "", seen: { comment: "", praise: "" } } });
  await sqlClient`insert into machine_work (task_id, kind) values (${taskId}, 'audit')`;
  expect(await getAuditState(ofTask)).toEqual({ ...before, revision: 1, machine: "queued 0" });
  expect(await getAuditState({ viewer: auditor, subject: { auditId } })).toMatchObject({ auditId, revision: 1 });

  const { taskId: bare } = await makeTask({ campaignId });
  expect(await getAuditState({ viewer: auditor, subject: { taskId: bare } })).toEqual({
    auditId: null,
    revision: 0,
    status: "none",
    machine: null,
  });
  // To the agent whose call it is, what is not completed is not there.
  const agent = await makeViewer("agent", [], operatorId);
  expect(await getAuditState({ viewer: agent, subject: { taskId } })).toMatchObject({ auditId: null });
  for (const subject of [{ auditId }, { auditId: "nonsense" }, { taskId: bare }])
    await expect(getAuditState({ viewer: agent, subject })).rejects.toMatchObject({ code: "not_found" });
});
