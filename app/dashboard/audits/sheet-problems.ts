import { z } from "zod";
import type { SheetProblem } from "@/components/audits/sheet-actions";
import { AUDIT_CONFLICTS } from "@/lib/audits/audit-conflict";
import { AppError, isDatabaseAway } from "@/lib/errors";

type Problem = { reason: SheetProblem; details: Record<string, unknown> };

const conflict = z.enum(AUDIT_CONFLICTS);

/** Why a verb of audits did not do what was asked, for the page to say. Throws what is none of that. */
export function problemOf(error: unknown): Problem {
  if (isDatabaseAway(error)) return { reason: "away", details: {} };
  if (!(error instanceof AppError)) throw error;
  const reason = conflict.safeParse(error.details.reason);
  if (!reason.success) throw error;
  return { reason: reason.data, details: error.details };
}

/** The criteria that wait for an answer, where that is the problem. */
export function unansweredOf({ details }: Problem): string[] | undefined {
  return z.array(z.uuid()).safeParse(details.criterionIds).data;
}
