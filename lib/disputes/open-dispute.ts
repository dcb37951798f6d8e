import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db, type Transaction } from "@/db/client";
import { auditAnswers, campaigns, criteria, disputes } from "@/db/schema";
import { lockOwnAudit } from "@/lib/agents/lock-own-audit";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { auditNotFound } from "@/lib/audits/audit-access";
import type { AuditRow } from "@/lib/audits/lock-audit";
import { notifyAuditChanged } from "@/lib/audits/notify-audit-changed";
import type { Viewer } from "@/lib/auth/viewer";
import { disputeRefused } from "./dispute-access";
import { disputeDeadline } from "./dispute-deadline";

type OpenDisputeInput = { actor: Viewer; auditId: string; criterionId: string; reason: string; now?: Date };

/**
 * An agent's objection to one answer of a completed audit of a call of theirs, within the campaign's days since it was completed; as many days
 * there are to decide it. Keeps which answer it is about and whose. Not found for anybody else; a conflict with `details.reason` says what stands
 * in the way: one answer is disputed once.
 */
export async function openDispute({ actor, auditId, criterionId, reason, now = new Date() }: OpenDisputeInput): Promise<{ id: string }> {
  return db.transaction(async (transaction) => {
    const audit = await lockOwnAudit(transaction, { actor, auditId });
    const answer = await findAnswer(transaction, audit, criterionId);
    const [campaign] = await transaction
      .select({ disputeDays: campaigns.disputeDays })
      .from(campaigns)
      .where(eq(campaigns.id, audit.campaignId));
    if (!campaign || audit.completedAt === null) throw auditNotFound();
    if (now > disputeDeadline(audit.completedAt, campaign.disputeDays)) throw disputeRefused("too_late");
    const [opened] = await transaction
      .insert(disputes)
      .values({
        ...{ auditId, criterionId, reason, openedBy: actor.userId, openedAt: now, dueAt: disputeDeadline(now, campaign.disputeDays) },
        ...{ disputedAnswer: answer.answer, disputedPoints: answer.points, disputedUserId: answer.answeredBy },
      })
      .onConflictDoNothing()
      .returning({ id: disputes.id, dueAt: disputes.dueAt });
    if (!opened) throw disputeRefused("already_disputed");
    await notifyAuditChanged(transaction, audit);
    const details = { auditId, taskId: audit.taskId, campaignId: audit.campaignId, dueAt: opened.dueAt, reason };
    const object = { kind: "dispute", id: opened.id, name: answer.question };
    await recordAuditEntry({ actor, action: "dispute.opened", object, details }, transaction);
    return { id: opened.id };
  });
}

async function findAnswer(transaction: Transaction, audit: AuditRow, criterionId: string) {
  if (!z.uuid().safeParse(criterionId).success) throw disputeRefused("not_answered");
  const [found] = await transaction
    .select({
      question: criteria.question,
      answer: auditAnswers.answer,
      points: auditAnswers.points,
      answeredBy: auditAnswers.answeredBy,
    })
    .from(auditAnswers)
    .innerJoin(criteria, eq(criteria.id, auditAnswers.criterionId))
    .where(and(eq(auditAnswers.auditId, audit.id), eq(auditAnswers.criterionId, criterionId)));
  if (!found || found.answer === null) throw disputeRefused("not_answered");
  return { ...found, answer: found.answer };
}
