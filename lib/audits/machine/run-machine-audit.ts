import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { auditAnswers, audits } from "@/db/schema";
import { ClaimLost } from "@/lib/claims/keep-claim";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";
import type { ClaimedMachineWork } from "@/lib/machine-work/claim-machine-work";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { MachineWorkFailure } from "@/lib/machine-work/machine-work-failure";
import type { MachineWorkResult } from "@/lib/machine-work/run-machine-work";
import { answerByModel } from "./answer-by-model";
import { answerByRules } from "./answer-by-rules";
import type { MachineAnswer } from "./machine-answer";
import { type AuditedCall, readAuditedCall } from "./read-audited-call";
import { writeMachineAnswers } from "./write-machine-answers";

type RunMachineAuditInput = { claim: ClaimedMachineWork; signal: AbortSignal };

/**
 * Audits a call by machine, as work of runMachineWork: by rules first, at once and whatever becomes of the model, then by the language model what has
 * no rule, where there is one and the campaign wants it, when its turn has come. Doing it again says all anew and gives the same by rules. Throws
 * MachineWorkFailure.
 */
export async function runMachineAudit({ claim, signal }: RunMachineAuditInput): Promise<MachineWorkResult> {
  const audited = await readAuditedCall(claim.taskId);
  const hasModel = isLanguageModelConfigured() && audited.usesLanguageModel;
  const byRules = await answerByRules(audited);
  const forModel = hasModel ? audited.criteria.filter(({ mode, rule }) => mode !== "manual" && rule === null) : [];
  // Nobody is helped by an empty audit of each call.
  if (byRules.size === 0 && !audited.hasAudit) {
    if (forModel.length === 0) return done(null);
    if (!claim.isOfModel) return "left_to_model";
  }
  if (!(await writeMachineAnswers({ claim, audited, answers: byRules }))) return done(null);
  const personal = await findAnsweredByPeople(audited);
  const asked = forModel.filter(({ id }) => !personal.has(id));
  if (asked.length === 0) return done(null);
  if (!claim.isOfModel) return "left_to_model";
  const { answers, use } = await answerByModel({ criteria: asked, call: audited.call, signal });
  await writeWithUse({ claim, audited, answers, use });
  return done(use);
}

/** All is written: what is left is to end the work. */
function done(use: ModelUse | null): MachineWorkResult {
  return { use, write: () => Promise.resolve() };
}

async function findAnsweredByPeople({ taskId }: AuditedCall): Promise<Set<string>> {
  const rows = await db
    .select({ id: auditAnswers.criterionId })
    .from(auditAnswers)
    .innerJoin(audits, eq(audits.id, auditAnswers.auditId))
    .where(and(eq(audits.taskId, taskId), eq(audits.kind, "quality"), isNotNull(auditAnswers.answeredBy)));
  return new Set(rows.map(({ id }) => id));
}

type WriteInput = { claim: ClaimedMachineWork; audited: AuditedCall; answers: Map<string, MachineAnswer>; use: ModelUse | null };

/** The model is paid for, also when its answers could not be written. */
async function writeWithUse({ use, ...input }: WriteInput): Promise<void> {
  try {
    await writeMachineAnswers(input);
  } catch (error) {
    if (error instanceof ClaimLost) throw error;
    const message = "What the language model answered could not be written; the log of this installation says why.";
    throw new MachineWorkFailure({ code: "failed", message, isRetriable: true, use, cause: error });
  }
}
