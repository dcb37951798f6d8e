import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditAnswers, audits, criteria } from "@/db/schema";
import type { AuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { type GivenAnswer, NO_ANSWER } from "./answer-mark";
import { answerOfPoints } from "./answer-of-points";
import { auditConflict } from "./audit-conflict";
import type { AuditRow } from "./lock-audit";
import { machineAnswerCounts } from "./machine-answer-counts";
import { isOther, wantsReason } from "./wants-reason";

type Said = Pick<GivenAnswer, "answer" | "points" | "note" | "momentMs" | "reason">;

type WriteAnswerInput = {
  transaction: Transaction;
  viewer: Viewer;
  /** Held by the transaction (lockAudit), and open to the viewer. */
  audit: AuditRow;
  criterionId: string;
  /** What the person says, from what counts so far; null leaves all as it is. */
  say: (before: GivenAnswer) => Said | null | Promise<Said | null>;
};

type WrittenAnswer = {
  given: GivenAnswer;
  isChanged: boolean;
  /** To be added to the audit log at the end of the transaction; null where a first answer is nobody's change. */
  entry: AuditEntry | null;
};

/**
 * Writes what a person says to one criterion of an audit that the transaction holds, by the rules of answers; whoever answers first audits.
 * The score, the task and the entry are left to the caller, so that several answers can be written in one go.
 */
export async function writeAnswer({ transaction, viewer, audit, criterionId, say }: WriteAnswerInput): Promise<WrittenAnswer> {
  const { criterion, machine, before, answeredAt, isStored } = await readAnswer(transaction, audit, criterionId);
  const said = await say(before);
  if (said === null) return { given: before, isChanged: false, entry: null };
  const next = { ...said, ...judge(said, criterion) };
  if (next.answer === null && audit.status !== "open" && before.answeredBy !== null) throw auditConflict("not_open");
  const isSame = next.answer === null ? before.answeredBy === null : before.answeredBy !== null && !isOther(before, next);
  const reason = next.reason || (isSame ? before.reason : "");
  const isReasonWanted = wantsReason({ auditStatus: audit.status, before: personal(before, next), machine, next, userId: viewer.userId });
  if (isReasonWanted && reason === "") throw auditConflict("reason_missing", { criterionId });

  const counts = next.answer === null ? fallback(criterion, machine) : { answer: next.answer, points: next.points };
  // Who adds a note to another's answer has not given it.
  const answeredBy = isSame ? before.answeredBy : next.answer === null ? null : viewer.userId;
  const given: GivenAnswer = { ...counts, note: next.note, momentMs: next.momentMs, reason, answeredBy };
  const row = { ...given, answeredAt: given.answer === null ? null : isSame ? answeredAt : new Date() };
  // The audit is held, so that nobody else has put a row there meanwhile.
  if (isStored) await transaction.update(auditAnswers).set(row).where(isOf(audit.id, criterionId));
  else await transaction.insert(auditAnswers).values({ auditId: audit.id, criterionId, ...row });
  if (audit.auditorId === null) await transaction.update(audits).set({ auditorId: viewer.userId }).where(eq(audits.id, audit.id));

  const from = before.answer === null && machine !== null ? { ...before, answer: machine.answer, points: machine.points } : before;
  const isTold = (isReasonWanted && isOther(from, given)) || (audit.status !== "open" && JSON.stringify(before) !== JSON.stringify(given));
  return { given, isChanged: true, entry: isTold ? entryOf({ viewer, audit, criterion, from, to: given }) : null };
}

async function readAnswer(transaction: Transaction, audit: AuditRow, criterionId: string) {
  const [row] = await transaction
    .select({ criterion: criteria, answer: auditAnswers })
    .from(criteria)
    .leftJoin(auditAnswers, isOf(audit.id, criterionId))
    .where(and(eq(criteria.id, criterionId), eq(criteria.versionId, audit.versionId)));
  if (!row) throw new AppError("not_found", "There is no such criterion.");
  const { criterion, answer: stored } = row;
  const machine = stored?.machineAnswer
    ? {
        ...{ answer: stored.machineAnswer, points: stored.machinePoints, source: stored.machineSource },
        ...{ quote: stored.machineQuote, confidence: stored.machineConfidence },
      }
    : null;
  const before: GivenAnswer = stored
    ? {
        ...{ answer: stored.answer, points: stored.points, note: stored.note },
        ...{ momentMs: stored.momentMs, reason: stored.reason, answeredBy: stored.answeredBy },
      }
    : NO_ANSWER;
  return { criterion, machine, before, answeredAt: stored?.answeredAt ?? null, isStored: stored !== null };
}

function isOf(auditId: string, criterionId: string) {
  return and(eq(auditAnswers.auditId, auditId), eq(auditAnswers.criterionId, criterionId));
}

type Criterion = typeof criteria.$inferSelect;

/** A person's answer in the terms of the criterion: of a scale the points decide, and "not applicable" wants a condition. */
function judge({ answer, points }: Said, criterion: Criterion): Pick<GivenAnswer, "answer" | "points"> {
  if (answer === "not_applicable" && criterion.condition === null) throw auditConflict("not_applicable_without_condition");
  if (answer === null || answer === "not_applicable" || criterion.maxPoints === null) return { answer, points: null };
  if (points === null || points > criterion.maxPoints) throw auditConflict("points_missing");
  return { answer: answerOfPoints(points, criterion.passingPoints ?? criterion.maxPoints), points };
}

type Machine = Pick<GivenAnswer, "answer" | "points"> & Parameters<typeof machineAnswerCounts>[1];

/** What counts once no person says anything. */
function fallback(criterion: Criterion, machine: Machine | null): Pick<GivenAnswer, "answer" | "points"> {
  return machine && machineAnswerCounts(criterion, machine)
    ? { answer: machine.answer, points: machine.points }
    : { answer: null, points: null };
}

/** A note beside the machine's answer changes no answer. */
function personal(before: GivenAnswer, next: Said): GivenAnswer {
  return next.answer === null && before.answeredBy === null ? { ...before, answer: null } : before;
}

type EntryInput = { viewer: Viewer; audit: AuditRow; criterion: Criterion; from: GivenAnswer; to: GivenAnswer };

function entryOf({ viewer, audit, criterion, from, to }: EntryInput): AuditEntry {
  const changed = Object.fromEntries(
    (["answer", "points", "note", "momentMs"] as const)
      .filter((name) => from[name] !== to[name])
      .map((name) => [name, { from: from[name], to: to[name] }]),
  );
  return {
    actor: viewer,
    action: "audit.answer_changed",
    object: { kind: "audit", id: audit.id, name: criterion.question },
    details: { criterionId: criterion.id, before: from.answeredBy === null ? "machine" : "person", ...changed, reason: to.reason },
  };
}
