import type { Answer, AuditStatus } from "@/db/enums";

type Said = { answer: Answer | null; points: number | null };

type WantsReasonInput = {
  auditStatus: AuditStatus;
  /** What counts so far, and who said it; null: the machine. */
  before: Said & { answeredBy: string | null };
  machine: Said | null;
  /** What a person says; `answer` null takes the person's answer back. */
  next: Said;
  userId: string;
};

/**
 * Whether a person must say why: where the answer is another than the machine's, where it changes another person's, and where it changes one of
 * an audit that was completed.
 */
export function wantsReason({ auditStatus, before, machine, next, userId }: WantsReasonInput): boolean {
  if (before.answer !== null && isOther(before, next)) {
    if (auditStatus !== "open") return true;
    if (before.answeredBy !== null && before.answeredBy !== userId) return true;
  }
  return next.answer !== null && machine !== null && machine.answer !== null && isOther(machine, next);
}

/** True where two answers are not the same, points included. */
export function isOther(one: Said, two: Said): boolean {
  return one.answer !== two.answer || one.points !== two.points;
}
