import type { AuditConflict } from "@/lib/audits/audit-conflict";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { DISPUTE_REFUSALS, type DisputeRefusal } from "./dispute-access";

/** What kept a dispute from being opened, taken back or decided: a refusal, what a person typed, or that the database is away. */
export type DisputeProblem = DisputeRefusal | "words_missing" | "words_too_long" | "answer_missing" | "failed";

const WRONG_ANSWERS: readonly AuditConflict[] = ["not_applicable_without_condition", "points_missing"];

/** Why a change was refused, as a code that the screen has words for. What is no refusal is thrown on. */
export function toDisputeProblem(error: unknown): DisputeProblem {
  if (isDatabaseAway(error)) return "failed";
  if (!(error instanceof AppError) || error.code !== "conflict") throw error;
  const { reason } = error.details;
  const refusal = DISPUTE_REFUSALS.find((one) => one === reason);
  if (refusal) return refusal;
  if (WRONG_ANSWERS.some((one) => one === reason)) return "answer_missing";
  throw error;
}
