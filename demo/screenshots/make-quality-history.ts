import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { auditAnswers, audits, calls, criteria, tasks } from "@/db/schema";
import { answerOfPoints } from "@/lib/audits/answer-of-points";
import { openAudit } from "@/lib/audits/open-audit";
import { rescoreAudit } from "@/lib/audits/rescore-audit";
import { settleTask } from "@/lib/audits/settle-task";
import { publishContent } from "@/lib/scorecards/publish-content";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import { scorecardTemplate } from "@/lib/scorecards/template/scorecard-template";
import { Dice } from "./dice";

type Audited = { taskId: string; skill: number; startedAt: Date; isValidated: boolean };
type Criterion = typeof criteria.$inferSelect;
type MakeQualityHistoryInput = { campaignIds: number[]; operatorIds: string[]; supervisorId: string; auditorIds: string[] };

/** After so many minutes of the working day somebody has audited a call. */
const AUDITED_AFTER_MS = 26 * 60_000;
/** Of twenty audits as many are the machine's alone. */
const BY_MACHINE = 4;

/** Publishes scorecards, one of them twice, and audits the tasks of the history that are audited, each operator as well as they always do, the same answers in every run. */
export async function makeQualityHistory({ campaignIds, operatorIds, supervisorId, auditorIds }: MakeQualityHistoryInput): Promise<void> {
  const rows = await db
    .select({ taskId: tasks.id, operatorId: tasks.operatorId, startedAt: calls.startedAt, status: tasks.status })
    .from(tasks)
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .where(and(inArray(tasks.campaignId, campaignIds), inArray(tasks.status, ["audited", "validated"]), isNotNull(tasks.operatorId)))
    .orderBy(calls.startedAt, tasks.id);
  const content = inEnglishForSpanishCalls();
  for (const campaignId of campaignIds) await publishContent({ actor: "system", campaignId, content });
  for (const [index, { operatorId, status, ...row }] of rows.entries()) {
    if (index === Math.floor(rows.length / 2) && campaignIds[0] !== undefined)
      await publishContent({ actor: "system", campaignId: campaignIds[0], content: heavierAtTheEnd(content), note: "Goodbyes count more" });
    if (operatorId === null) continue;
    const dice = new Dice(1_000 + index);
    const auditorId = dice.below(20) < BY_MACHINE ? null : dice.pick(auditorIds);
    // Of a hundred questions as many are answered well; by the operator's place, since ids are others in each run.
    const skill = 62 + new Dice(operatorIds.indexOf(operatorId)).below(36);
    await auditTask({ audited: { ...row, skill, isValidated: status === "validated" }, auditorId, supervisorId, dice });
  }
}

type AuditTaskInput = { audited: Audited; auditorId: string | null; supervisorId: string; dice: Dice };

async function auditTask({ audited: { taskId, skill, startedAt, isValidated }, auditorId, supervisorId, dice }: AuditTaskInput) {
  const completedAt = new Date(startedAt.getTime() + AUDITED_AFTER_MS + dice.below(120) * 60_000);
  await db.transaction(async (transaction) => {
    const { auditId, versionId } = await openAudit({ transaction, taskId, auditorId });
    const asked = await transaction.select().from(criteria).where(eq(criteria.versionId, versionId)).orderBy(criteria.position);
    const given = asked.map((criterion) => answerTo({ criterion, skill, dice, auditorId, at: completedAt }));
    await transaction.insert(auditAnswers).values(given.map((answer) => ({ auditId, ...answer })));
    await rescoreAudit(transaction, { id: auditId, versionId });
    const praise = auditorId !== null && dice.below(5) === 0 ? dice.pick(PRAISE) : "";
    const completed = { completedAt, completedBy: auditorId, createdAt: completedAt, updatedAt: completedAt, praise };
    const validated = isValidated ? { status: "validated" as const, validatedAt: completedAt, validatedBy: supervisorId } : null;
    await transaction
      .update(audits)
      .set({ status: "completed", ...completed, ...validated })
      .where(eq(audits.id, auditId));
    await settleTask(transaction, taskId);
  });
}

type AnswerToInput = { criterion: Criterion; skill: number; dice: Dice; auditorId: string | null; at: Date };

/** What machines may answer they have answered; a person agrees mostly. */
function answerTo({ criterion, skill, dice, auditorId, at }: AnswerToInput) {
  const { id, mode, kind, maxPoints, passingPoints, condition, critical } = criterion;
  const isGood = dice.below(100) < (critical === "none" ? skill : 97);
  const points = kind === "scale" && maxPoints !== null ? (isGood ? maxPoints - dice.below(2) : dice.below(3)) : null;
  const judged = points !== null && passingPoints !== null ? answerOfPoints(points, passingPoints) : isGood ? "complies" : "fails";
  const isLeftOut = condition !== null && dice.below(3) === 0;
  const answer = isLeftOut ? ("not_applicable" as const) : judged;
  const isMachines = auditorId === null || mode !== "manual";
  const machine = isMachines
    ? {
        machineAnswer: answer,
        machinePoints: isLeftOut ? null : points,
        machineSource: criterion.rule ? ("rule" as const) : ("model" as const),
      }
    : {};
  return { criterionId: id, answer, points: isLeftOut ? null : points, answeredBy: auditorId, answeredAt: at, ...machine };
}

/** The pictures are in English, and what is said in the calls is Spanish. */
function inEnglishForSpanishCalls(): ScorecardContent {
  const rules = new Map(scorecardTemplate("es").sections.flatMap(({ criteria: asked }) => asked.map(({ key, rule }) => [key, rule])));
  return {
    sections: scorecardTemplate("en").sections.map(({ title, criteria: asked }) => ({
      title,
      criteria: asked.map((criterion) => ({ ...criterion, rule: rules.get(criterion.key) ?? null })),
    })),
  };
}

/** Five points go from the first question to the last. */
function heavierAtTheEnd({ sections }: ScorecardContent): ScorecardContent {
  const keys = sections.flatMap(({ criteria: asked }) => asked.map(({ key }) => key));
  const change = (key: string) => (key === keys[0] ? -5 : key === keys.at(-1) ? 5 : 0);
  return {
    sections: sections.map(({ title, criteria: asked }) => ({
      title,
      criteria: asked.map((criterion) => ({ ...criterion, weight: criterion.weight + change(criterion.key) })),
    })),
  };
}

const PRAISE = [
  "You let the customer tell the whole story before you asked anything: that saved the call.",
  "Clear, calm and short. The summary at the end was perfect.",
  "You found the mistake in the invoice before the customer did.",
] as const;
