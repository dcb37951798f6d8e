import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { auditAnswers, audits } from "@/db/schema";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";
import type { ClaimedMachineWork } from "@/lib/machine-work/claim-machine-work";
import type { MachineWorkResult } from "@/lib/machine-work/run-machine-work";
import { answerByModel } from "./answer-by-model";
import { answerByRules } from "./answer-by-rules";
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
    if (forModel.length === 0) return done();
    if (!claim.isOfModel) return "left_to_model";
  }
  const isOfMachine = await db.transaction((transaction) => writeMachineAnswers({ transaction, claim, audited, answers: byRules }));
  if (!isOfMachine) return done();
  const personal = await findAnsweredByPeople(audited);
  const asked = forModel.filter(({ id }) => !personal.has(id));
  if (asked.length === 0) return done();
  if (!claim.isOfModel) return "left_to_model";
  const { answers, use } = await answerByModel({ criteria: asked, call: audited.call, signal });
  // Together with the end of the work: whoever comes after a crash either asks the model anew, or finds nothing left to do.
  return { use, write: async (transaction) => void (await writeMachineAnswers({ transaction, claim, audited, answers })) };
}

/** All is written: what is left is to end the work. */
function done(): MachineWorkResult {
  return { use: null, write: () => Promise.resolve() };
}

async function findAnsweredByPeople({ taskId }: AuditedCall): Promise<Set<string>> {
  const rows = await db
    .select({ id: auditAnswers.criterionId })
    .from(auditAnswers)
    .innerJoin(audits, eq(audits.id, auditAnswers.auditId))
    .where(and(eq(audits.taskId, taskId), eq(audits.kind, "quality"), isNotNull(auditAnswers.answeredBy)));
  return new Set(rows.map(({ id }) => id));
}
