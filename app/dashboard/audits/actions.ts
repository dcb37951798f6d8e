"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { AnswerOutcome, RemarksOutcome, SheetOutcome } from "@/components/audits/sheet-actions";
import { acceptSuggestions } from "@/lib/audits/accept-suggestions";
import { answerCriterion, changedMeanwhile } from "@/lib/audits/answer-criterion";
import { answerInput, reasonInput, remarksInput } from "@/lib/audits/answer-input";
import { completeAudit } from "@/lib/audits/complete-audit";
import { deleteAudit } from "@/lib/audits/delete-audit";
import { type AuditState, getAuditState } from "@/lib/audits/get-audit-state";
import { reopenAudit } from "@/lib/audits/reopen-audit";
import { validateAudit } from "@/lib/audits/validate-audit";
import { withdrawValidation } from "@/lib/audits/withdraw-validation";
import { writeRemarks } from "@/lib/audits/write-remarks";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { problemOf, unansweredOf } from "./sheet-problems";

/** Saves one answer. The page is not shown anew: it shows the answer already. */
export async function answerCriterionAction(auditId: string, answer: unknown): Promise<AnswerOutcome> {
  const viewer = await requireViewer();
  const input = answerInput.parse(answer);
  try {
    return { status: "saved", ...(await orNotFound(answerCriterion({ viewer, auditId, input }))) };
  } catch (error) {
    const problem = problemOf(error);
    const changed = changedMeanwhile.safeParse(problem.details);
    if (!changed.success) return { status: "refused", problem: problem.reason };
    const { current, mark, byName, revision } = changed.data;
    return { status: "changed", given: current, mark, byName, revision };
  }
}

export async function writeRemarksAction(auditId: string, remarks: unknown): Promise<RemarksOutcome> {
  const viewer = await requireViewer();
  const input = remarksInput.parse(remarks);
  try {
    return { status: "saved", ...(await orNotFound(writeRemarks({ viewer, auditId, input }))) };
  } catch (error) {
    const problem = problemOf(error);
    const current = remarksInput.shape.seen.safeParse(problem.details.current);
    return current.success ? { status: "changed", current: current.data } : { status: "refused", problem: problem.reason };
  }
}

export async function acceptSuggestionsAction(auditId: string): Promise<SheetOutcome> {
  const viewer = await requireViewer();
  return done(acceptSuggestions({ viewer, auditId }));
}

export async function completeAuditAction(auditId: string): Promise<SheetOutcome> {
  const viewer = await requireViewer();
  return done(completeAudit({ viewer, auditId }));
}

export async function reopenAuditAction(auditId: string, reason: string): Promise<SheetOutcome> {
  const viewer = await requireViewer();
  return done(reopenAudit({ viewer, auditId, reason: reasonInput.parse(reason) }));
}

export async function validateAuditAction(auditId: string): Promise<SheetOutcome> {
  const viewer = await requireViewer();
  return done(validateAudit({ viewer, auditId }));
}

export async function withdrawValidationAction(auditId: string, reason: string): Promise<SheetOutcome> {
  const viewer = await requireViewer();
  return done(withdrawValidation({ viewer, auditId, reason: reasonInput.parse(reason) }));
}

/** Deletes an audit and leads to the task, or to the list. */
export async function deleteAuditAction(auditId: string, nextHref: "task" | "list"): Promise<SheetOutcome> {
  const viewer = await requireViewer();
  const outcome = await done(deleteAudit({ viewer, auditId }));
  if (outcome.status === "done" && nextHref === "list") redirect("/dashboard/audits");
  return outcome;
}

export async function readAuditStateAction(auditId: string): Promise<AuditState> {
  const viewer = await requireViewer();
  return orNotFound(getAuditState({ viewer, subject: { auditId } }));
}

/** Done, and the page shown anew; or why not, in a word that the page has a sentence for. */
async function done(work: Promise<unknown>): Promise<SheetOutcome> {
  try {
    await orNotFound(work);
    return { status: "done" };
  } catch (error) {
    const problem = problemOf(error);
    return { status: "refused", problem: problem.reason, criterionIds: unansweredOf(problem) };
  } finally {
    refresh();
  }
}
