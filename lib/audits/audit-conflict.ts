import { AppError } from "@/lib/errors";

/** Why an audit can't be changed as somebody wants to: in the details of the conflict, as `reason`. */
export const AUDIT_CONFLICTS = [
  "no_scorecard",
  "validated",
  "not_open",
  "not_completed",
  "changed_meanwhile",
  "reason_missing",
  "not_applicable_without_condition",
  "points_missing",
  "unanswered",
  "has_answers",
  "calibration_over",
] as const;
export type AuditConflict = (typeof AUDIT_CONFLICTS)[number];

const SENTENCES: Record<AuditConflict, string> = {
  no_scorecard: "The campaign has no published scorecard: publish one, and its calls can be audited.",
  validated: "The audit is validated: withdraw the validation first.",
  not_open: "The audit is not open any more.",
  not_completed: "The audit is not completed.",
  changed_meanwhile: "Somebody has changed it meanwhile.",
  reason_missing: "Say why.",
  not_applicable_without_condition: "The criterion always applies.",
  points_missing: "The criterion is answered with points.",
  unanswered: "Not every criterion is answered.",
  has_answers: "A person has answered it already.",
  calibration_over: "The calibration waits for you no longer: it is completed, or was skipped or taken away.",
};

/** Says why an audit can't be changed so. */
export function auditConflict(reason: AuditConflict, details: Record<string, unknown> = {}): AppError {
  return new AppError("conflict", SENTENCES[reason], { details: { ...details, reason } });
}
