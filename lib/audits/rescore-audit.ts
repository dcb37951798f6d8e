import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditAnswers, audits, criteria } from "@/db/schema";
import type { AuditRow } from "./lock-audit";
import { type AuditScore, type ScoredAnswer, scoreAudit } from "./score-audit";

/** Works out the score of an audit that the transaction holds (lockAudit) from its answers as they are now, and writes it and what of it others copy. */
export async function rescoreAudit(transaction: Transaction, audit: Pick<AuditRow, "id" | "versionId">): Promise<AuditScore> {
  const rows = await transaction
    .select({
      ...{
        id: criteria.id,
        section: criteria.section,
        weight: criteria.weight,
        maxPoints: criteria.maxPoints,
        critical: criteria.critical,
      },
      ...{ answer: auditAnswers.answer, points: auditAnswers.points },
    })
    .from(criteria)
    .leftJoin(auditAnswers, and(eq(auditAnswers.criterionId, criteria.id), eq(auditAnswers.auditId, audit.id)))
    .where(eq(criteria.versionId, audit.versionId))
    .orderBy(criteria.position);
  const answers = new Map(
    rows.flatMap(({ id, answer, points }): [string, ScoredAnswer][] => (answer === null ? [] : [[id, { answer, points }]])),
  );
  const scored = scoreAudit({ criteria: rows, answers });
  await transaction
    .update(audits)
    .set({
      score: answers.size === 0 ? null : scored.score,
      scoreWithoutFail: answers.size === 0 ? null : scored.scoreWithoutFail,
      hasCriticalFailure: scored.hasCriticalFailure,
      revision: sql`${audits.revision} + 1`,
    })
    .where(eq(audits.id, audit.id));
  return scored;
}
