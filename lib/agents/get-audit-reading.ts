import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { Answer, CriticalLevel } from "@/db/enums";
import { auditAnswers, audits, campaigns, criteria } from "@/db/schema";
import { auditNotFound, readableAudits } from "@/lib/audits/audit-access";
import type { MachineFinding } from "@/lib/audits/machine/machine-answer";
import { scoreAudit } from "@/lib/audits/score-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { disputeDeadline } from "@/lib/disputes/dispute-deadline";
import { type AuditDispute, getAuditDisputes } from "@/lib/disputes/get-audit-disputes";

export type ReadAnswer = {
  criterionId: string;
  question: string;
  help: string;
  critical: CriticalLevel;
  maxPoints: number | null;
  answer: Answer;
  points: number | null;
  note: string;
  /** Why it was changed, where it was. */
  reason: string;
  /** What was said, in the words of the transcript, where the answer rests on it. */
  quote: string | null;
  /** What the machine's answer rests on, where it is the one that counts. */
  findings: MachineFinding[];
  /** From the beginning of the recording. */
  momentMs: number | null;
  isByMachine: boolean;
  dispute: AuditDispute | null;
};

export type ReadSection = { section: string; score: number; isFailed: boolean; answers: ReadAnswer[] };

export type AuditReading = Awaited<ReturnType<typeof findReadAudit>> & {
  /** Until when an answer may be disputed. */
  disputeUntil: Date;
  mayDispute: boolean;
  /** True where no person gave any of the answers. */
  isByMachine: boolean;
  sections: ReadSection[];
};

type GetAuditReadingInput = { viewer: Viewer; auditId: string; now?: Date };

/** A completed audit of an agent's own call as the agent reads it, without who audited. Not found for anybody else. */
export async function getAuditReading({ viewer, auditId, now = new Date() }: GetAuditReadingInput): Promise<AuditReading> {
  if (viewer.role !== "agent" || !z.uuid().safeParse(auditId).success) throw auditNotFound();
  const audit = await findReadAudit(viewer, auditId);
  const [rows, disputes] = await Promise.all([listAnswers(auditId, audit.versionId), getAuditDisputes({ viewer, auditId, now })]);
  const byCriterion = new Map(disputes.map((dispute) => [dispute.criterionId, dispute]));
  const scored = scoreAudit({ criteria: rows, answers: new Map(rows.map(({ id, answer, points }) => [id, { answer, points }])) });
  const disputeUntil = disputeDeadline(audit.completedAt, audit.disputeDays);
  return {
    ...audit,
    ...{ disputeUntil, mayDispute: now <= disputeUntil, isByMachine: rows.every(({ isByMachine }) => isByMachine) },
    sections: scored.sections.map(({ section, score, isFailed }) => ({
      ...{ section, score, isFailed },
      answers: rows
        .filter((row) => row.section === section)
        .map(({ id, section: _, weight: __, ...answer }) => ({ ...answer, criterionId: id, dispute: byCriterion.get(id) ?? null })),
    })),
  };
}

async function findReadAudit(viewer: Viewer, auditId: string) {
  const [audit] = await db
    .select({
      ...{ id: audits.id, taskId: audits.taskId, versionId: audits.versionId, status: audits.status, channel: audits.channel },
      ...{ reference: audits.reference, contactAt: audits.contactAt, score: audits.score, scoreWithoutFail: audits.scoreWithoutFail },
      ...{ passingScore: audits.passingScore, hasCriticalFailure: audits.hasCriticalFailure, comment: audits.comment },
      ...{ praise: audits.praise, completedAt: audits.completedAt, acknowledgedAt: audits.acknowledgedAt },
      ...{ campaignName: campaigns.name, timeZone: campaigns.timeZone, disputeDays: campaigns.disputeDays },
    })
    .from(audits)
    .innerJoin(campaigns, eq(campaigns.id, audits.campaignId))
    .where(and(eq(audits.id, auditId), readableAudits(viewer)));
  if (!audit || audit.completedAt === null) throw auditNotFound();
  return { ...audit, completedAt: audit.completedAt };
}

async function listAnswers(auditId: string, versionId: string) {
  const rows = await db
    .select({ criterion: criteria, given: auditAnswers })
    .from(criteria)
    .innerJoin(auditAnswers, and(eq(auditAnswers.criterionId, criteria.id), eq(auditAnswers.auditId, auditId)))
    .where(eq(criteria.versionId, versionId))
    .orderBy(asc(criteria.position));
  return rows.flatMap(({ criterion, given }) => {
    const { id, section, question, help, critical, maxPoints, weight } = criterion;
    const { answer, points, note, reason } = given;
    if (answer === null) return [];
    // What the machine quotes speaks for its own answer, not for another that a person gave.
    const isBacked = given.machineAnswer === answer;
    const isByMachine = given.answeredBy === null;
    return {
      ...{ id, section, question, help, critical, maxPoints, weight, answer, points, reason, isByMachine },
      note: note || (isByMachine ? given.machineNote : ""),
      quote: isBacked ? given.machineQuote : null,
      findings: isByMachine ? (given.machineFindings ?? []) : [],
      momentMs: given.momentMs ?? (isBacked ? given.machineMomentMs : null),
    };
  });
}
