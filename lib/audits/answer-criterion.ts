import { eq } from "drizzle-orm";
import { z } from "zod";
import { db, type Transaction } from "@/db/client";
import { ANSWERS } from "@/db/enums";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { AnswerInput } from "./answer-input";
import { answerMark, type GivenAnswer } from "./answer-mark";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { rescoreAudit } from "./rescore-audit";
import { settleAudit } from "./settle-audit";
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
      say: async (before) => {
        if (isSaid(before, input, viewer)) return null;
        const mark = answerMark(before);
        if (mark === input.seen) return input;
        const byName = await nameOf(transaction, before.answeredBy);
        throw auditConflict("changed_meanwhile", { current: before, mark, byName, revision: audit.revision });
      },
    });
    if (isChanged) {
      await rescoreAudit(transaction, audit);
      await settleAudit(transaction, audit);
      if (entry) await recordAuditEntry(entry, transaction);
    }
    return { given, mark: answerMark(given), revision: audit.revision + (isChanged ? 1 : 0) };
  });
}

/** What a conflict `changed_meanwhile` has in its details: what is there, and who said it; null: the machine, or nobody. */
export const changedMeanwhile = z.object({
  reason: z.literal("changed_meanwhile"),
  current: z.object({
    ...{ answer: z.enum(ANSWERS).nullable(), points: z.number().nullable(), note: z.string(), momentMs: z.number().nullable() },
    ...{ reason: z.string(), answeredBy: z.string().nullable() },
  }),
  mark: z.string(),
  byName: z.string().nullable(),
  revision: z.number(),
});

async function nameOf(transaction: Transaction, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  const [user] = await transaction.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name ?? null;
}

/** True where what is sent is there already, as after an answer of ours that got lost. */
function isSaid(before: GivenAnswer, input: AnswerInput, viewer: Viewer): boolean {
  const isSame = before.note === input.note && before.momentMs === input.momentMs;
  if (input.answer === null) return isSame && before.answeredBy === null;
  const isAnswered = input.points === null ? before.answer === input.answer : before.points === input.points && before.answer !== null;
  return isSame && before.answeredBy === viewer.userId && isAnswered && (input.reason === "" || input.reason === before.reason);
}
