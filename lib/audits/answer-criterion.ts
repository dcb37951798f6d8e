import { db } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { AnswerInput } from "./answer-input";
import { answerMark, type GivenAnswer } from "./answer-mark";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { rescoreAudit } from "./rescore-audit";
import { settleTask } from "./settle-task";
import { writeAnswer } from "./write-answer";

export type AnsweredCriterion = { given: GivenAnswer; mark: string; revision: number };

type AnswerCriterionInput = { viewer: Viewer; auditId: string; input: AnswerInput };

/**
 * Writes a person's answer to one criterion, or takes it back. Of two that were given at once only the one that saw the other is taken; else a
 * conflict `changed_meanwhile` has what is there in `details.current`. The same answer sent twice is one.
 */
export async function answerCriterion({ viewer, auditId, input }: AnswerCriterionInput): Promise<AnsweredCriterion> {
  return db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "audit" });
    if (audit.status === "validated") throw auditConflict("validated");
    const { given, isChanged, entry } = await writeAnswer({
      ...{ transaction, viewer, audit, criterionId: input.criterionId },
      say: (before) => {
        if (isSaid(before, input, viewer)) return null;
        const mark = answerMark(before);
        if (mark !== input.seen) throw auditConflict("changed_meanwhile", { current: before, mark });
        return input;
      },
    });
    if (isChanged) {
      await rescoreAudit(transaction, audit);
      if (audit.taskId !== null && audit.kind === "quality") await settleTask(transaction, audit.taskId);
      if (entry) await recordAuditEntry(entry, transaction);
    }
    return { given, mark: answerMark(given), revision: audit.revision + (isChanged ? 1 : 0) };
  });
}

/** True where what is sent is there already, as after an answer of ours that got lost. */
function isSaid(before: GivenAnswer, input: AnswerInput, viewer: Viewer): boolean {
  const isSame = before.note === input.note && before.momentMs === input.momentMs;
  if (input.answer === null) return isSame && before.answeredBy === null;
  const isAnswered = input.points === null ? before.answer === input.answer : before.points === input.points && before.answer !== null;
  return isSame && before.answeredBy === viewer.userId && isAnswered && (input.reason === "" || input.reason === before.reason);
}
