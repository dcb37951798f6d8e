"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ManualAuditProblem } from "@/components/audits/manual-audit-state";
import { listAuditableOperators } from "@/lib/audits/list-auditable-operators";
import { manualAuditInput } from "@/lib/audits/manual-audit-input";
import { openManualAudit } from "@/lib/audits/open-manual-audit";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";

const FIELDS: Record<string, ManualAuditProblem> = {
  campaignId: "campaign",
  operatorId: "operator",
  contactAt: "when",
  reference: "reference",
};

/** Opens the audit and leads to its sheet; or says what is wrong. */
export async function openManualAuditAction(contact: unknown): Promise<ManualAuditProblem> {
  const viewer = await requireViewer();
  const input = manualAuditInput.safeParse(contact);
  if (!input.success) return FIELDS[String(input.error.issues[0]?.path[0])] ?? "failed";
  let auditId: string;
  try {
    ({ auditId } = await orNotFound(openManualAudit({ viewer, input: input.data })));
  } catch (error) {
    if (isDatabaseAway(error)) return "failed";
    if (!(error instanceof AppError)) throw error;
    const { reason, field } = error.details;
    if (field === "contactAt") return "when";
    if (reason === "no_scorecard" || reason === "merged_away") return reason;
    throw error;
  }
  redirect(`/dashboard/audits/${auditId}`);
}

export async function suggestAuditableOperators(text: string): Promise<{ id: string; name: string }[]> {
  const viewer = await requireViewer();
  return orNotFound(listAuditableOperators({ viewer, text: z.string().max(200).parse(text) }));
}
