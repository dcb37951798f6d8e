import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/** Why a dispute cannot be opened, withdrawn or decided, for the screen to put into words. */
export const DISPUTE_REFUSALS = [
  "not_answered",
  "too_late",
  "already_disputed",
  "not_open",
  "audit_reopened",
  "own_dispute",
  "own_answer",
  "same_answer",
] as const;
export type DisputeRefusal = (typeof DISPUTE_REFUSALS)[number];

const SENTENCES: Record<DisputeRefusal, string> = {
  not_answered: "The question is not answered in this audit.",
  too_late: "The time to dispute this audit is over.",
  already_disputed: "This answer was disputed already.",
  not_open: "The dispute is not open any more.",
  audit_reopened: "The audit was opened again: the dispute is decided once it is completed.",
  own_dispute: "Nobody decides a dispute of their own.",
  own_answer: "Nobody decides about an answer that they gave.",
  same_answer: "Accepting a dispute wants another answer than the disputed one.",
};

/** True for those who decide disputes of the campaigns that they see. */
export function canDecideDisputes({ role }: Viewer): boolean {
  return role === "admin" || role === "supervisor";
}

/** The same for a dispute that is missing and for one that the viewer may not see. */
export function disputeNotFound(): AppError {
  return new AppError("not_found", "There is no such dispute.");
}

/** A conflict whose `details.reason` says why. */
export function disputeRefused(reason: DisputeRefusal): AppError {
  return new AppError("conflict", SENTENCES[reason], { details: { reason } });
}
