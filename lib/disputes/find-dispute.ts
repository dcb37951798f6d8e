import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { auditAnswers, audits, campaigns, criteria, disputes, operators, users } from "@/db/schema";
import { readableAudits } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";

const openers = alias(users, "openers");
const disputedUsers = alias(users, "disputed_users");
const deciders = alias(users, "deciders");

/** A dispute with its question, its audit, the answer as it is now and what it rests on; null for one that is missing and for one of an audit that the viewer may not see. */
export async function findDispute(viewer: Viewer, id: string) {
  const [dispute] = await db
    .select({
      ...{ id: disputes.id, status: disputes.status, reason: disputes.reason, openedAt: disputes.openedAt, dueAt: disputes.dueAt },
      ...{ disputedAnswer: disputes.disputedAnswer, disputedPoints: disputes.disputedPoints },
      ...{ decidedAt: disputes.decidedAt, decision: disputes.decision, decidedByName: deciders.name },
      openedBy: { id: openers.id, name: openers.name },
      disputedUser: { id: disputedUsers.id, name: disputedUsers.name },
      operatorName: operators.name,
      campaign: { id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone },
      audit: {
        ...{ id: audits.id, status: audits.status, taskId: audits.taskId, contactAt: audits.contactAt, reference: audits.reference },
        ...{ score: audits.score, passingScore: audits.passingScore, completedAt: audits.completedAt },
      },
      criterion: {
        ...{ section: criteria.section, question: criteria.question, help: criteria.help, kind: criteria.kind },
        ...{
          maxPoints: criteria.maxPoints,
          passingPoints: criteria.passingPoints,
          condition: criteria.condition,
          critical: criteria.critical,
        },
      },
      answer: {
        ...{ answer: auditAnswers.answer, points: auditAnswers.points, note: auditAnswers.note, momentMs: auditAnswers.momentMs },
        ...{ answeredBy: auditAnswers.answeredBy, machineAnswer: auditAnswers.machineAnswer, machinePoints: auditAnswers.machinePoints },
        ...{
          machineNote: auditAnswers.machineNote,
          machineQuote: auditAnswers.machineQuote,
          machineFindings: auditAnswers.machineFindings,
          machineMomentMs: auditAnswers.machineMomentMs,
        },
      },
    })
    .from(disputes)
    .innerJoin(audits, eq(audits.id, disputes.auditId))
    .innerJoin(campaigns, eq(campaigns.id, audits.campaignId))
    .innerJoin(criteria, eq(criteria.id, disputes.criterionId))
    .innerJoin(openers, eq(openers.id, disputes.openedBy))
    .innerJoin(auditAnswers, and(eq(auditAnswers.auditId, disputes.auditId), eq(auditAnswers.criterionId, disputes.criterionId)))
    .leftJoin(operators, eq(operators.id, audits.operatorId))
    .leftJoin(disputedUsers, eq(disputedUsers.id, disputes.disputedUserId))
    .leftJoin(deciders, eq(deciders.id, disputes.decidedBy))
    .where(and(eq(disputes.id, id), readableAudits(viewer)));
  return dispute ?? null;
}
