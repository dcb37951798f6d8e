import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { auditAnswers, criteria } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { rescoreAudit } from "./rescore-audit";
import { settleAudit } from "./settle-audit";
import { writeAnswer } from "./write-answer";

/**
 * Takes over all that the machine suggests and nobody has answered, as the person's answers, and returns how many. Critical criteria are left:
 * each is looked at by itself.
 */
export async function acceptSuggestions({ viewer, auditId }: { viewer: Viewer; auditId: string }): Promise<{ count: number }> {
  return db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "audit" });
    if (audit.status !== "open") throw auditConflict("not_open");
    const suggested = await transaction
      .select({ criterionId: criteria.id, answer: auditAnswers.machineAnswer, points: auditAnswers.machinePoints })
      .from(auditAnswers)
      .innerJoin(criteria, eq(criteria.id, auditAnswers.criterionId))
      .where(
        and(
          ...[eq(auditAnswers.auditId, auditId), isNull(auditAnswers.answer), isNotNull(auditAnswers.machineAnswer)],
          eq(criteria.critical, "none"),
        ),
      )
      .orderBy(asc(criteria.position));
    for (const { criterionId, answer, points } of suggested)
      await writeAnswer({ transaction, viewer, audit, criterionId, say: (before) => ({ ...before, answer, points }) });
    if (suggested.length > 0) {
      await rescoreAudit(transaction, audit);
      await settleAudit(transaction, audit);
    }
    return { count: suggested.length };
  });
}
