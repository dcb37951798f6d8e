import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { db, sqlClient } from "@/db/client";
import { ANSWERS, AUDIT_STATUSES, CONTACT_CHANNELS } from "@/db/enums";
import { auditAnswers, audits, callOutcomes, campaigns, criteria, scorecards, scorecardVersions } from "@/db/schema";
import { makeConnection } from "@/db/testing/make-outcomes";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import { env } from "@/lib/env";
import { randomFrom } from "@/lib/testing/random-from";

const DAY_MS = 86_400_000;
const QUESTIONS = 6;

type MadeVersion = { id: string; campaignId: number; criteria: { id: string; key: string }[] };

export type AuditedCalls = {
  campaignIds: number[];
  operatorIds: string[];
  auditorIds: string[];
  versions: MadeVersion[];
  taskIds: string[];
};

/**
 * Two campaigns in two time zones, the second of pay-per-call, with two versions of a scorecard each, and so many tasks from October to
 * November 2026, three in four audited at random: open, completed and validated, by the machine and by people, calibrated, and by hand. The same each time.
 */
export async function makeAuditedCalls(count: number): Promise<AuditedCalls> {
  const random = randomFrom(count);
  const campaignIds = [await makeCampaign({ name: "First" }), await makeCampaign({ name: "Second", timeZone: "Asia/Tokyo" })];
  const operatorIds = [await makeOperator("Ana"), await makeOperator("Beto"), await makeOperator("Caro")];
  const auditorIds = [await makeUser({ name: "Iris", role: "auditor" }), await makeUser({ name: "Juan", role: "auditor" })];
  const versions = (await Promise.all(campaignIds.map((campaignId) => makeVersions(campaignId)))).flat();
  const connectionId = await makeConnection();
  const taskIds: string[] = [];
  for (let n = 0; n < count; n++) {
    const campaignId = pick(campaignIds, random);
    const operatorId = random() < 0.15 ? null : pick(operatorIds, random);
    const startedAt = new Date(Date.parse("2026-10-05T00:00:00Z") + Math.floor(random() * 50 * DAY_MS));
    const { taskId, callId } = await makeTask({ campaignId, operatorId, call: { startedAt } });
    taskIds.push(taskId);
    if (campaignId === campaignIds[1])
      await db.insert(callOutcomes).values({
        ...{ callId, connectionId, campaignId, startedAt, converted: random() < 0.5, revenue: (random() * 50).toFixed(4) },
        standing: { base: "", others: {} },
      });
    if (random() < 0.75) await makeRandomAudit({ random, versions, campaignId, operatorId, startedAt, taskId, auditorIds });
    if (random() < 0.2)
      for (const auditorId of auditorIds)
        await makeRandomAudit({
          random,
          versions,
          campaignId,
          operatorId,
          startedAt,
          taskId,
          auditorIds: [auditorId],
          isCalibration: true,
        });
    if (random() < 0.1) {
      const byHand = { operatorId: pick(operatorIds, random), taskId: null };
      await makeRandomAudit({ random, versions, campaignId, startedAt, auditorIds, ...byHand });
    }
  }
  await sqlClient`
    update tasks set score = audits.score, status = case audits.status when 'completed' then 'audited' else 'validated' end::task_status
    from audits where audits.task_id = tasks.id and audits.kind = 'quality' and audits.status <> 'open'`;
  return { campaignIds, operatorIds, auditorIds, versions, taskIds };
}

/** The second version asks one question less and another one more, and words the first anew. */
async function makeVersions(campaignId: number): Promise<MadeVersion[]> {
  const scorecardId = v7();
  await db.insert(scorecards).values({ id: scorecardId, campaignId });
  const keys = Array.from({ length: QUESTIONS + 1 }, () => v7());
  const made: MadeVersion[] = [];
  for (const number of [1, 2]) {
    const id = v7();
    await db.insert(scorecardVersions).values({ id, scorecardId });
    const asked = number === 1 ? keys.slice(0, QUESTIONS) : [...keys.slice(0, 2), ...keys.slice(3)].reverse();
    const rows = asked.map((key, position) => ({
      ...{ id: v7(), versionId: id, key, position, kind: "yes_no" as const, weight: 100 / asked.length, condition: "Where it comes up" },
      ...{ section: position < 3 ? "Opening" : "Closing", question: `Question ${keys.indexOf(key)} of version ${number}?` },
    }));
    await db.insert(criteria).values(rows);
    await db
      .update(scorecardVersions)
      .set({ number, publishedAt: new Date(`2026-0${number}-01T00:00:00Z`) })
      .where(eq(scorecardVersions.id, id));
    made.push({ id, campaignId, criteria: rows.map((row) => ({ id: row.id, key: row.key })) });
  }
  return made;
}

type RandomAudit = {
  random: () => number;
  versions: MadeVersion[];
  campaignId: number;
  operatorId: string | null;
  startedAt: Date;
  taskId: string | null;
  auditorIds: string[];
  isCalibration?: boolean;
};

async function makeRandomAudit({
  random,
  versions,
  campaignId,
  operatorId,
  startedAt,
  taskId,
  auditorIds,
  isCalibration = false,
}: RandomAudit) {
  const version = pick(
    versions.filter((one) => one.campaignId === campaignId),
    random,
  );
  const [campaign] = await db.select({ timeZone: campaigns.timeZone }).from(campaigns).where(eq(campaigns.id, campaignId));
  const auditorId = taskId === null || isCalibration || random() < 0.6 ? pick(auditorIds, random) : null;
  const status = pick(AUDIT_STATUSES, random);
  const validator = auditorIds[0] ?? null;
  const scoreWithoutFail = Math.floor(random() * 10_001) / 100;
  const hasCriticalFailure = random() < 0.2;
  const id = v7();
  await db.insert(audits).values({
    ...{
      id,
      kind: isCalibration ? "calibration" : "quality",
      taskId,
      versionId: version.id,
      campaignId,
      operatorId,
      contactAt: startedAt,
      status,
    },
    contactOn: new Intl.DateTimeFormat("en-CA", { timeZone: campaign?.timeZone ?? env.TIME_ZONE }).format(startedAt),
    channel: taskId === null ? pick(CONTACT_CHANNELS, random) : "call",
    ...{ auditorId, passingScore: 80, hasCriticalFailure, scoreWithoutFail, score: hasCriticalFailure ? 0 : scoreWithoutFail },
    completedAt: status === "open" ? null : startedAt,
    completedBy: status === "open" ? null : auditorId,
    validatedAt: status === "validated" ? startedAt : null,
    validatedBy: status === "validated" ? validator : null,
  });
  await db.insert(auditAnswers).values(
    version.criteria.map((criterion) => {
      const machineAnswer = auditorId === null || random() < 0.5 ? pick(ANSWERS, random) : null;
      const answer = auditorId === null ? machineAnswer : pick(ANSWERS, random);
      const machineSource = machineAnswer === null ? null : ("rule" as const);
      return { auditId: id, criterionId: criterion.id, answer, answeredBy: auditorId, answeredAt: startedAt, machineAnswer, machineSource };
    }),
  );
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("There is nothing to pick from.");
  return value;
}
