import { and, eq, gt, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditAnswers, audits, campaigns, disputes, machineWork, transcripts } from "@/db/schema";
import { type AuditEntry, recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { ClaimLost } from "@/lib/claims/keep-claim";
import type { ClaimedMachineWork } from "@/lib/machine-work/claim-machine-work";
import { MachineWorkFailure } from "@/lib/machine-work/machine-work-failure";
import { type AuditRow, lockAudit } from "../lock-audit";
import { machineAnswerCounts } from "../machine-answer-counts";
import { openAudit } from "../open-audit";
import { rescoreAudit } from "../rescore-audit";
import { settleTask } from "../settle-task";
import type { MachineAnswer } from "./machine-answer";
import type { AuditedCall } from "./read-audited-call";

type WriteMachineAnswersInput = {
  transaction: Transaction;
  claim: ClaimedMachineWork;
  audited: AuditedCall;
  answers: ReadonlyMap<string, MachineAnswer>;
};

/**
 * Writes what machines say of a call into its audit, in the place of what they said before: opens the audit where there is none,
 * completes it where every criterion is answered and all by machines, and leaves alone what a person has answered, completed or objected to. False,
 * having written nothing, where it is not the machine's to change any more. Throws ClaimLost when the work or its transcript is another's.
 */
export async function writeMachineAnswers({ transaction, claim, audited, answers }: WriteMachineAnswersInput): Promise<boolean> {
  const { taskId, versionId, criteria } = audited;
  // In the order in which a new transcript takes them: the transcript, the task, the work.
  await holdTranscript(transaction, audited);
  const opened = await openAudit({ transaction, taskId, auditorId: null });
  const audit = await lockAudit(transaction, opened.auditId);
  await holdWork(transaction, claim);
  if (opened.versionId !== versionId) throw changedMeanwhile();
  if (!(await isOfMachine(transaction, audit))) return false;

  const isStale = audit.machineAt === null || audit.machineAt < audited.heardAt;
  if (isStale) await clearOthers(transaction, audit, [...answers.keys()]);
  const rows = criteria.flatMap((criterion) => {
    const said = answers.get(criterion.id);
    return said ? [rowOf({ auditId: audit.id, criterionId: criterion.id, said, counts: machineAnswerCounts(criterion, said) })] : [];
  });
  if (rows.length > 0) await upsert(transaction, rows);
  await transaction.update(audits).set({ status: "open", completedAt: null, machineAt: sql`now()` }).where(eq(audits.id, audit.id));
  const completed = await completeIfAnswered(transaction, audit);
  await settleTask(transaction, taskId);
  for (const entry of entriesOf({ audit, isNew: opened.isNew, completed })) await recordAuditEntry(entry, transaction);
  return true;
}

async function holdTranscript(transaction: Transaction, { taskId, heardAt }: AuditedCall): Promise<void> {
  const [transcript] = await transaction
    .select({ updatedAt: transcripts.updatedAt })
    .from(transcripts)
    .where(eq(transcripts.taskId, taskId))
    .for("share");
  // Who made a new one, or said who speaks, has ordered this work anew; else it is found when the claim ends.
  if (transcript?.updatedAt.getTime() !== heardAt.getTime()) throw new ClaimLost(`the transcript of task ${taskId}`);
}

async function holdWork(transaction: Transaction, { taskId, kind, attemptCount }: ClaimedMachineWork): Promise<void> {
  const [work] = await transaction
    .select({ taskId: machineWork.taskId })
    .from(machineWork)
    .where(
      and(
        ...[eq(machineWork.taskId, taskId), eq(machineWork.kind, kind), eq(machineWork.status, "running")],
        ...[eq(machineWork.attemptCount, attemptCount), gt(machineWork.claimedUntil, sql`now()`)],
      ),
    )
    .for("share");
  if (!work) throw new ClaimLost(`the ${kind} of task ${taskId}`);
}

/** Open, or completed by machines and nobody has put their hand to it since. */
async function isOfMachine(transaction: Transaction, { id, status, completedBy, acknowledgedAt }: AuditRow): Promise<boolean> {
  if (status === "open") return true;
  if (status === "validated" || completedBy !== null || acknowledgedAt !== null) return false;
  const personal = await transaction.$count(auditAnswers, and(eq(auditAnswers.auditId, id), isNotNull(auditAnswers.answeredBy)));
  return personal === 0 && (await transaction.$count(disputes, eq(disputes.auditId, id))) === 0;
}

type AnswerRow = typeof auditAnswers.$inferInsert;
type RowInput = { auditId: string; criterionId: string; said: MachineAnswer; counts: boolean };

function rowOf({ auditId, criterionId, said, counts }: RowInput): AnswerRow {
  const { answer, points, source, findings, note, quote, momentMs, confidence } = said;
  return {
    ...{ auditId, criterionId, answer: counts ? answer : null, points: counts ? points : null, answeredAt: counts ? new Date() : null },
    ...{ machineAnswer: answer, machinePoints: points, machineSource: answer === null ? null : source, machineFindings: findings },
    ...{ machineNote: note, machineQuote: quote, machineMomentMs: momentMs, machineConfidence: confidence },
  };
}

/** A note or a moment that a person has put beside the machine's answer stays. */
async function upsert(transaction: Transaction, rows: AnswerRow[]): Promise<void> {
  await transaction
    .insert(auditAnswers)
    .values(rows)
    .onConflictDoUpdate({
      target: [auditAnswers.auditId, auditAnswers.criterionId],
      set: {
        ...{ answer: sql`excluded.answer`, points: sql`excluded.points`, answeredAt: sql`excluded.answered_at` },
        ...{ machineAnswer: sql`excluded.machine_answer`, machinePoints: sql`excluded.machine_points` },
        ...{ machineSource: sql`excluded.machine_source`, machineFindings: sql`excluded.machine_findings` },
        ...{ machineNote: sql`excluded.machine_note`, machineQuote: sql`excluded.machine_quote` },
        ...{ machineMomentMs: sql`excluded.machine_moment_ms`, machineConfidence: sql`excluded.machine_confidence` },
      },
      setWhere: isNull(auditAnswers.answeredBy),
    });
}

const NOTHING = {
  ...{ answer: null, points: null, answeredAt: null, machineAnswer: null, machinePoints: null, machineSource: null },
  ...{ machineFindings: null, machineNote: "", machineQuote: null, machineMomentMs: null, machineConfidence: null },
};

/** What rests on a transcript that is gone, or on other speakers, is not said any more. */
async function clearOthers(transaction: Transaction, { id }: AuditRow, answeredIds: string[]): Promise<void> {
  await transaction
    .update(auditAnswers)
    .set(NOTHING)
    .where(
      and(
        ...[eq(auditAnswers.auditId, id), isNull(auditAnswers.answeredBy), notInArray(auditAnswers.criterionId, answeredIds)],
        or(isNotNull(auditAnswers.machineAnswer), isNotNull(auditAnswers.machineFindings)),
      ),
    );
}

type Completed = { score: number; passingScore: number } | null;

/** By the campaign's passing score of now, as when people complete an audit. */
async function completeIfAnswered(transaction: Transaction, audit: AuditRow): Promise<Completed> {
  const { score, unansweredIds } = await rescoreAudit(transaction, audit);
  const personal = and(eq(auditAnswers.auditId, audit.id), isNotNull(auditAnswers.answeredBy));
  if (unansweredIds.length > 0 || (await transaction.$count(auditAnswers, personal)) > 0) return null;
  const passing = sql`(select ${campaigns.passingScore} from ${campaigns} where ${campaigns.id} = ${audit.campaignId})`;
  const [completed] = await transaction
    .update(audits)
    .set({ status: "completed", completedAt: audit.completedAt ?? new Date(), passingScore: passing })
    .where(eq(audits.id, audit.id))
    .returning({ passingScore: audits.passingScore });
  return completed ? { score, ...completed } : null;
}

type EntriesInput = { audit: AuditRow; isNew: boolean; completed: Completed };

function entriesOf({ audit, isNew, completed }: EntriesInput): AuditEntry[] {
  const entry = (action: AuditEntry["action"], details: AuditEntry["details"]): AuditEntry => ({
    ...{ actor: "system", action, object: { kind: "audit", id: audit.id }, details: { ...details } },
  });
  const isAnother = completed !== null && (audit.status === "open" || completed.score !== audit.score);
  return [
    ...(isNew ? [entry("audit.opened", { taskId: audit.taskId, kind: audit.kind })] : []),
    ...(isAnother ? [entry("audit.completed", { ...completed })] : []),
    ...(completed === null && audit.status === "completed" ? [entry("audit.reopened", { reason: "machine" })] : []),
  ];
}

function changedMeanwhile(): MachineWorkFailure {
  const message = "The scorecard was published anew while the machine audited.";
  return new MachineWorkFailure({ code: "scorecard_changed", message, isRetriable: true });
}
