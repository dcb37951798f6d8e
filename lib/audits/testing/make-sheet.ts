import type { Role } from "@/db/enums";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";

/** What the machine said of the criteria of makeSheet, in their order. */
const MACHINE_ANSWERS = [
  { answer: "complies", machineAnswer: "complies", machineSource: "rule" },
  { machineAnswer: "fails", machineSource: "model", machineQuote: "I don't know", machineMomentMs: 4_000, machineConfidence: 0.8 },
  { machineAnswer: "fails", machineSource: "model" },
  { machineAnswer: "complies", machinePoints: 4, machineSource: "model" },
  {},
] as const;

/** Somebody of a role with an account of their own. */
export async function makeViewer(role: Role, campaignIds: number[] = [], operatorId: string | null = null): Promise<Viewer> {
  return { userId: await makeUser({ role, name: `Some ${role}`, campaignIds, operatorId }), role, campaignIds, operatorId };
}

/**
 * An audit of a call that the machine has answered: a greeting that counts, a suggestion, a critical criterion that it says is failed, a scale, and one
 * that people answer and that may not apply. A fifth of the weight each.
 */
export async function makeSheet({ withMachine = true }: { withMachine?: boolean } = {}) {
  const campaignId = await makeCampaign({ passingScore: 80 });
  const operatorId = await makeOperator();
  const scorecard = await makeScorecard({
    campaignId,
    criteria: [
      { question: "Said hello?", mode: "machine" },
      { question: "Asked for the need?", mode: "suggested", section: "Needs" },
      { question: "Read the terms?", mode: "machine", critical: "whole", section: "Needs" },
      { question: "How kind?", mode: "suggested", kind: "scale", maxPoints: 5, passingPoints: 3, section: "Manner" },
      { question: "Offered a refund?", condition: "The customer complained", section: "Manner" },
    ],
  });
  const { taskId } = await makeTask({ campaignId, operatorId, task: { status: "completed" } });
  const auditId = await makeAudit({ scorecard, campaignId, taskId, operatorId, answers: withMachine ? [...MACHINE_ANSWERS] : [] });
  const [hello = "", need = "", terms = "", kind = "", refund = ""] = scorecard.criterionIds;
  const auditor = await makeViewer("auditor", [campaignId]);
  return { campaignId, operatorId, scorecard, taskId, auditId, auditor, criteria: { hello, need, terms, kind, refund } };
}
