import { beforeEach, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import { openAudit } from "./open-audit";
import { settleTask } from "./settle-task";

let campaignId: number;
beforeEach(async () => {
  campaignId = await makeCampaign({ timeZone: "America/Argentina/Buenos_Aires" });
});

test("people and machines that open a task's audit at once all get the same one", async () => {
  const { versionId } = await makeScorecard({ campaignId });
  const { taskId } = await makeTask({ campaignId, call: { startedAt: new Date("2026-11-20T01:30:00Z") } });
  const auditorId = await makeUser({ role: "auditor", campaignIds: [campaignId] });
  const opened = await Promise.all(
    [null, auditorId, null, auditorId].map((who) => db.transaction((transaction) => openAudit({ transaction, taskId, auditorId: who }))),
  );
  expect(new Set(opened.map(({ auditId }) => auditId)).size).toBe(1);
  expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(opened[0]).toMatchObject({ versionId });
  // The day is the campaign's: half past one in the night in Greenwich is the evening before.
  expect(await sqlClient`select contact_on::text as day from audits where task_id = ${taskId}`).toEqual([{ day: "2026-11-19" }]);
});

test("a call of a campaign without a published scorecard cannot be audited, and it is said", async () => {
  const { taskId } = await makeTask({ campaignId });
  await expect(db.transaction((transaction) => openAudit({ transaction, taskId, auditorId: null }))).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "no_scorecard" },
  });
});

test("the database refuses to change a published version or its questions, and answers to another version's", async () => {
  const scorecard = await makeScorecard({ campaignId });
  const elsewhere = await makeCampaign();
  const other = await makeScorecard({ campaignId: elsewhere });
  for (const change of [
    sqlClient`update scorecard_versions set note = 'x' where id = ${scorecard.versionId}`,
    sqlClient`delete from scorecard_versions where id = ${scorecard.versionId}`,
    sqlClient`update criteria set weight = 1 where version_id = ${scorecard.versionId}`,
    sqlClient`delete from criteria where version_id = ${scorecard.versionId}`,
  ])
    await expect(change).rejects.toMatchObject({ code: "23001" });
  const operatorId = await makeOperator();
  const auditId = await makeAudit({ scorecard, campaignId, operatorId });
  await expect(
    sqlClient`insert into audit_answers (audit_id, criterion_id) values (${auditId}, ${other.criterionIds[0] ?? ""})`,
  ).rejects.toMatchObject({ code: "23503" });
});

test("a task's status and score follow its audit, forwards and back, and its audit follows its operator", async () => {
  const scorecard = await makeScorecard({ campaignId });
  const { taskId } = await makeTask({ campaignId, task: { status: "failed", failure: "No text." } });
  const auditId = await makeAudit({ scorecard, campaignId, taskId, audit: { score: 70, scoreWithoutFail: 70 } });
  const userId = await makeUser();
  const settled = async (change: Promise<unknown>) => {
    await change;
    await db.transaction((transaction) => settleTask(transaction, taskId));
    return (await sqlClient`select status, score::float8, failure from tasks where id = ${taskId}`)[0];
  };
  const set = (status: string, validatedBy: string | null = null) => sqlClient`
    update audits set status = ${status}, completed_at = ${status === "open" ? null : sqlClient`now()`}, validated_by = ${validatedBy},
      validated_at = ${validatedBy === null ? null : sqlClient`now()`} where id = ${auditId}`;
  expect(await settled(set("open"))).toEqual({ status: "failed", score: null, failure: "No text." });
  expect(await settled(set("completed"))).toEqual({ status: "audited", score: 70, failure: null });
  expect(await settled(set("validated", userId))).toEqual({ status: "validated", score: 70, failure: null });
  expect(await settled(set("open"))).toEqual({ status: "pending", score: null, failure: null });
  const operatorId = await makeOperator();
  await sqlClient`update tasks set operator_id = ${operatorId} where id = ${taskId}`;
  expect(await sqlClient`select operator_id from audits where id = ${auditId}`).toEqual([{ operator_id: operatorId }]);
});
