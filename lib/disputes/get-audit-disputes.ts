import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { Answer, DisputeStatus } from "@/db/enums";
import { audits, criteria, disputes } from "@/db/schema";
import { readableAudits } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";

export type AuditDispute = {
  id: string;
  criterionId: string;
  question: string;
  status: DisputeStatus;
  reason: string;
  openedAt: Date;
  dueAt: Date;
  isOverdue: boolean;
  disputedAnswer: Answer;
  disputedPoints: number | null;
  decidedAt: Date | null;
  decision: string;
  /** Whether the viewer opened it, and may take it back while it is open. */
  isOwn: boolean;
};

type GetAuditDisputesInput = { viewer: Viewer; auditId: string; now?: Date };

/** The disputes of an audit, for whoever may see the audit; none for anybody else. At most one for each question. */
export async function getAuditDisputes({ viewer, auditId, now = new Date() }: GetAuditDisputesInput): Promise<AuditDispute[]> {
  if (!z.uuid().safeParse(auditId).success) return [];
  const rows = await db
    .select({
      ...{
        id: disputes.id,
        criterionId: disputes.criterionId,
        question: criteria.question,
        status: disputes.status,
        reason: disputes.reason,
      },
      ...{ openedAt: disputes.openedAt, dueAt: disputes.dueAt, openedBy: disputes.openedBy },
      ...{ disputedAnswer: disputes.disputedAnswer, disputedPoints: disputes.disputedPoints },
      ...{ decidedAt: disputes.decidedAt, decision: disputes.decision },
    })
    .from(disputes)
    .innerJoin(audits, eq(audits.id, disputes.auditId))
    .innerJoin(criteria, eq(criteria.id, disputes.criterionId))
    .where(and(eq(disputes.auditId, auditId), readableAudits(viewer)))
    .orderBy(asc(disputes.openedAt));
  return rows.map(({ openedBy, ...row }) => ({
    ...row,
    isOwn: openedBy === viewer.userId,
    isOverdue: row.status === "open" && row.dueAt < now,
  }));
}
