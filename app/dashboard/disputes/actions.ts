"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { DisputeFormState } from "@/components/disputes/dispute-form-state";
import { acknowledgeAudit } from "@/lib/agents/acknowledge-audit";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { decideDispute } from "@/lib/disputes/decide-dispute";
import { disputeWords, rightAnswer } from "@/lib/disputes/dispute-input";
import { type DisputeProblem, toDisputeProblem } from "@/lib/disputes/dispute-problem";
import { openDispute } from "@/lib/disputes/open-dispute";
import { withdrawDispute } from "@/lib/disputes/withdraw-dispute";

const text = z.string().max(100);

export async function acknowledgeAuditAction(auditId: string, _state: DisputeFormState, _form: FormData): Promise<DisputeFormState> {
  const actor = await requireViewer();
  return saved(acknowledgeAudit({ actor, auditId: text.parse(auditId) }));
}

export async function openDisputeAction(
  ids: { auditId: string; criterionId: string },
  _state: DisputeFormState,
  form: FormData,
): Promise<DisputeFormState> {
  const actor = await requireViewer();
  const reason = disputeWords.safeParse(form.get("reason"));
  if (!reason.success) return refused(wordsProblem(reason.error));
  const [auditId, criterionId] = [text.parse(ids.auditId), text.parse(ids.criterionId)];
  return saved(openDispute({ actor, auditId, criterionId, reason: reason.data }));
}

export async function withdrawDisputeAction(disputeId: string, _state: DisputeFormState, _form: FormData): Promise<DisputeFormState> {
  const actor = await requireViewer();
  return saved(withdrawDispute({ actor, disputeId: text.parse(disputeId) }));
}

export async function decideDisputeAction(disputeId: string, _state: DisputeFormState, form: FormData): Promise<DisputeFormState> {
  const actor = await requireViewer();
  const verdict = form.get("verdict");
  const right = rightAnswer.safeParse(verdict === "points" ? form.get("points") : verdict);
  if (verdict !== "rejected" && !right.success) return refused("answer_missing");
  const decision = disputeWords.safeParse(form.get("decision"));
  if (!decision.success) return refused(wordsProblem(decision.error));
  const accepted = verdict === "rejected" ? null : (right.data ?? null);
  return saved(decideDispute({ actor, disputeId: text.parse(disputeId), accepted, decision: decision.data }));
}

async function saved(change: Promise<unknown>): Promise<DisputeFormState> {
  try {
    await orNotFound(change);
  } catch (error) {
    return refused(toDisputeProblem(error));
  }
  refresh();
  return { status: "saved" };
}

function refused(problem: DisputeProblem): DisputeFormState {
  return { status: "refused", problem };
}

function wordsProblem({ issues }: z.ZodError): DisputeProblem {
  return issues.some(({ message }) => message === "too_long") ? "words_too_long" : "words_missing";
}
