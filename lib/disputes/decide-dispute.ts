import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { auditAnswers, criteria, disputes } from "@/db/schema";
import { changesBetween } from "@/lib/audit-log/changes-between";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { AuditRow } from "@/lib/audits/lock-audit";
import { notifyAuditChanged } from "@/lib/audits/notify-audit-changed";
import { rescoreAudit } from "@/lib/audits/rescore-audit";
import { settleTask } from "@/lib/audits/settle-task";
import type { Viewer } from "@/lib/auth/viewer";
import { answerGiven } from "./answer-given";
import { canDecideDisputes, disputeNotFound, disputeRefused } from "./dispute-access";
import type { GivenAnswer } from "./dispute-input";
import { type DisputeRow, lockDispute } from "./lock-dispute";
import { whyNotDecide } from "./why-not-decide";

type DecideDisputeInput = {
  actor: Viewer;
  disputeId: string;
  /** What is right instead where the dispute is accepted; null: it is rejected. */
  accepted: GivenAnswer | null;
  /** Why, in words. */
  decision: string;
};

/**
 * Ends a dispute: an admin, or a supervisor of its campaign, who neither opened it nor gave the answer. Accepted, the answer becomes another, by
 * the arbiter and for the decision's reason, and the score and the task follow, all or nothing. Not found for those who decide none; a conflict
 * with `details.reason` for what keeps one from deciding this one, such as that somebody else was faster.
 */
export async function decideDispute({ actor, disputeId, accepted, decision }: DecideDisputeInput): Promise<void> {
  if (!canDecideDisputes(actor)) throw disputeNotFound();
  await db.transaction(async (transaction) => {
    const { audit, dispute } = await lockDispute(transaction, disputeId);
    if (actor.role !== "admin" && !actor.campaignIds.includes(audit.campaignId)) throw disputeNotFound();
    const asked = await findAsked(transaction, dispute);
    const refusal = whyNotDecide(actor, { ...dispute, answeredBy: asked.answeredBy, auditStatus: audit.status });
    if (refusal) throw disputeRefused(refusal);
    const given = accepted && answerGiven(asked, accepted);
    if (given && given.answer === dispute.disputedAnswer && given.points === dispute.disputedPoints) throw disputeRefused("same_answer");
    const hasChanged = given !== null && (given.answer !== asked.answer || given.points !== asked.points);
    const answered = { reason: decision, answeredBy: actor.userId, answeredAt: new Date() };
    // Where somebody has corrected the answer meanwhile, it stays theirs.
    if (hasChanged)
      await transaction
        .update(auditAnswers)
        .set({ ...given, ...answered })
        .where(isAnswerOf(dispute));
    const status = given ? "accepted" : "rejected";
    await transaction
      .update(disputes)
      .set({ status, decision, decidedBy: actor.userId, decidedAt: new Date() })
      .where(eq(disputes.id, disputeId));
    const score = hasChanged ? await settleScore(transaction, audit) : audit.score;
    if (!hasChanged || audit.taskId === null) await notifyAuditChanged(transaction, audit);

    const place = { auditId: audit.id, taskId: audit.taskId, campaignId: audit.campaignId };
    const object = { kind: "dispute", id: disputeId, name: asked.question };
    const scores = { score: { from: audit.score, to: score } };
    await recordAuditEntry(
      { actor, action: "dispute.decided", object, details: { ...place, status, ...scores, reason: decision } },
      transaction,
    );
    if (!hasChanged) return;
    const changes = changesBetween({ answer: asked.answer, points: asked.points }, given);
    const details = { criterionId: dispute.criterionId, disputeId, ...changes, reason: decision };
    await recordAuditEntry(
      { actor, action: "audit.answer_changed", object: { kind: "audit", id: audit.id, name: asked.question }, details },
      transaction,
    );
  });
}

function isAnswerOf({ auditId, criterionId }: DisputeRow) {
  return and(eq(auditAnswers.auditId, auditId), eq(auditAnswers.criterionId, criterionId));
}

async function findAsked(transaction: Transaction, dispute: DisputeRow) {
  const [asked] = await transaction
    .select({
      ...{ question: criteria.question, kind: criteria.kind, condition: criteria.condition },
      ...{ maxPoints: criteria.maxPoints, passingPoints: criteria.passingPoints },
      ...{ answer: auditAnswers.answer, points: auditAnswers.points, answeredBy: auditAnswers.answeredBy },
    })
    .from(auditAnswers)
    .innerJoin(criteria, eq(criteria.id, auditAnswers.criterionId))
    .where(isAnswerOf(dispute));
  if (!asked) throw disputeNotFound();
  return asked;
}

async function settleScore(transaction: Transaction, audit: AuditRow): Promise<number> {
  const { score } = await rescoreAudit(transaction, audit);
  if (audit.taskId !== null) await settleTask(transaction, audit.taskId);
  return score;
}
