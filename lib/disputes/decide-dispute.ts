import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { auditAnswers, criteria, disputes } from "@/db/schema";
import { type AuditEntry, recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { readableAudits } from "@/lib/audits/audit-access";
import type { AuditRow } from "@/lib/audits/lock-audit";
import { notifyAuditChanged } from "@/lib/audits/notify-audit-changed";
import { rescoreAudit } from "@/lib/audits/rescore-audit";
import { settleTask } from "@/lib/audits/settle-task";
import { isOther } from "@/lib/audits/wants-reason";
import { writeAnswer } from "@/lib/audits/write-answer";
import type { Viewer } from "@/lib/auth/viewer";
import { canDecideDisputes, disputeNotFound, disputeRefused } from "./dispute-access";
import type { RightAnswer } from "./dispute-input";
import { type DisputeRow, lockDispute } from "./lock-dispute";
import { whyNotDecide } from "./why-not-decide";

type DecideDisputeInput = {
  actor: Viewer;
  disputeId: string;
  /** What is right instead where the dispute is accepted; null: it is rejected. */
  accepted: RightAnswer | null;
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
    const { audit, dispute } = await lockDispute(transaction, disputeId, readableAudits(actor));
    const { question, answeredBy } = await findAsked(transaction, dispute);
    const refusal = whyNotDecide(actor, { ...dispute, answeredBy, auditStatus: audit.status });
    if (refusal) throw disputeRefused(refusal);
    const changed = accepted && (await changeAnswer({ transaction, actor, audit, dispute, right: accepted, reason: decision }));
    const status = accepted ? "accepted" : "rejected";
    await transaction
      .update(disputes)
      .set({ status, decision, decidedBy: actor.userId, decidedAt: new Date() })
      .where(eq(disputes.id, disputeId));
    await notifyAuditChanged(transaction, audit);
    const place = { auditId: audit.id, taskId: audit.taskId, campaignId: audit.campaignId };
    const details = { ...place, disputeStatus: status, score: { from: audit.score, to: changed?.score ?? audit.score }, reason: decision };
    await recordAuditEntry(
      { actor, action: "dispute.decided", object: { kind: "dispute", id: disputeId, name: question }, details },
      transaction,
    );
    if (changed) await recordAuditEntry(changed.entry, transaction);
  });
}

async function findAsked(transaction: Transaction, { auditId, criterionId }: DisputeRow) {
  const [asked] = await transaction
    .select({ question: criteria.question, answeredBy: auditAnswers.answeredBy })
    .from(auditAnswers)
    .innerJoin(criteria, eq(criteria.id, auditAnswers.criterionId))
    .where(and(eq(auditAnswers.auditId, auditId), eq(auditAnswers.criterionId, criterionId)));
  if (!asked) throw disputeNotFound();
  return asked;
}

type ChangeAnswerInput = {
  transaction: Transaction;
  actor: Viewer;
  audit: AuditRow;
  dispute: DisputeRow;
  right: RightAnswer;
  reason: string;
};

/** The new score and what the audit log is to be told; null where somebody has corrected the answer meanwhile, which stays theirs. */
async function changeAnswer(input: ChangeAnswerInput): Promise<{ score: number; entry: AuditEntry } | null> {
  const { transaction, actor, audit, dispute, right, reason } = input;
  const { given, entry } = await writeAnswer({
    ...{ transaction, viewer: actor, audit, criterionId: dispute.criterionId },
    say: (before) => (isOther(before, right) ? { ...before, ...right, reason } : null),
  });
  if (!isOther(given, { answer: dispute.disputedAnswer, points: dispute.disputedPoints })) throw disputeRefused("same_answer");
  if (!entry) return null;
  const { score } = await rescoreAudit(transaction, audit);
  if (audit.taskId !== null) await settleTask(transaction, audit.taskId);
  return { score, entry: { ...entry, details: { ...entry.details, disputeId: dispute.id } } };
}
