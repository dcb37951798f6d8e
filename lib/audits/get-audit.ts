import { and, asc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { auditAnswers, audits, campaigns, criteria, operators, scorecardVersions, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { answerMark, type GivenAnswer, NO_ANSWER } from "./answer-mark";
import { auditNotFound, readableAudits } from "./audit-access";
import { auditRights } from "./audit-rights";
import { type ScoredAnswer, scoreAudit } from "./score-audit";

/** An audit as it is shown: every criterion of its version in order, what was answered, the score of that, and what the viewer may do. */
export type AuditSheet = Awaited<ReturnType<typeof getAudit>>;
export type AuditCriterion = AuditSheet["criteria"][number];
export type MachineAnswer = NonNullable<AuditCriterion["machine"]>;

const auditors = alias(users, "auditors");
const completers = alias(users, "completers");
const validators = alias(users, "validators");

/** One audit. Throws not-found for one that is missing, for one that the viewer may not see, and for one that waits until they have calibrated its call. */
export async function getAudit({ viewer, id }: { viewer: Viewer; id: string }) {
  if (!z.uuid().safeParse(id).success) throw auditNotFound();
  // One point of time for the audit and its answers, while others write.
  return db.transaction(
    async (transaction) => {
      const found = await findHead(and(eq(audits.id, id), readableAudits(viewer)), transaction);
      if (!found) throw auditNotFound();
      const rows = await transaction
        .select({ criterion: criteria, stored: auditAnswers, answeredByName: users.name })
        .from(criteria)
        .leftJoin(auditAnswers, and(eq(auditAnswers.criterionId, criteria.id), eq(auditAnswers.auditId, id)))
        .leftJoin(users, eq(users.id, auditAnswers.answeredBy))
        .where(eq(criteria.versionId, found.audit.versionId))
        .orderBy(asc(criteria.position));
      const asked = rows.map(({ criterion, stored, answeredByName }) => {
        const given = givenOf(stored);
        const { versionId, rule, ...shown } = criterion;
        return {
          ...shown,
          given,
          mark: answerMark(given),
          answeredByName,
          answeredAt: stored?.answeredAt ?? null,
          machine: machineOf(stored),
          // Also where the machine gave no answer: they say why.
          findings: stored?.machineFindings ?? [],
        };
      });
      const answers = new Map(
        asked.flatMap(({ id: criterionId, given: { answer, points } }): [string, ScoredAnswer][] =>
          answer === null ? [] : [[criterionId, { answer, points }]],
        ),
      );
      const { audit, campaign, ...people } = found;
      const { versionId, campaignId, operatorId, auditorId, ...head } = audit;
      return {
        ...{ ...head, ...people, campaign: { ...campaign, timeZone: campaign.timeZone ?? env.TIME_ZONE } },
        ...{ criteria: asked, scored: scoreAudit({ criteria: asked, answers }), rights: auditRights({ viewer, audit, answers: asked }) },
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function findHead(condition: SQL | undefined, transaction: Pick<typeof db, "select">) {
  const [found] = await transaction
    .select({
      audit: audits,
      versionNumber: scorecardVersions.number,
      campaign: { id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone },
      operator: { id: operators.id, name: operators.name },
      auditor: { id: auditors.id, name: auditors.name },
      completer: { id: completers.id, name: completers.name },
      validator: { id: validators.id, name: validators.name },
    })
    .from(audits)
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, audits.versionId))
    .innerJoin(campaigns, eq(campaigns.id, audits.campaignId))
    .leftJoin(operators, eq(operators.id, audits.operatorId))
    .leftJoin(auditors, eq(auditors.id, audits.auditorId))
    .leftJoin(completers, eq(completers.id, audits.completedBy))
    .leftJoin(validators, eq(validators.id, audits.validatedBy))
    .where(condition);
  return found;
}

type Stored = typeof auditAnswers.$inferSelect | null;

function givenOf(stored: Stored): GivenAnswer {
  if (!stored) return NO_ANSWER;
  const { answer, points, note, momentMs, reason, answeredBy } = stored;
  return { answer, points, note, momentMs, reason, answeredBy };
}

function machineOf(stored: Stored) {
  if (!stored?.machineAnswer || !stored.machineSource) return null;
  return {
    ...{ answer: stored.machineAnswer, points: stored.machinePoints, source: stored.machineSource, note: stored.machineNote },
    ...{ quote: stored.machineQuote, momentMs: stored.machineMomentMs, confidence: stored.machineConfidence },
  };
}
