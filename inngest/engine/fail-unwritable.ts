import { log } from "@/lib/log";
import type { Call } from "./calls";
import type { Outcome } from "./outcome";

/** PostgreSQL refuses what the call came to: trying again would run into the same, so the run fails and says why. */
export async function failUnwritable({ engine, job, state }: Call, cause: unknown): Promise<void> {
  log.error({ err: cause, runId: job.runId, functionId: job.functionId }, "The engine could not write what a call came to.");
  if (engine.isStopping) return;
  const error = { name: "EngineRefusal", message: `What the function returned could not be stored: ${String(cause)}` };
  const outcome: Outcome = { job, state, done: [], awaited: [], next: { kind: "finish", status: "failed", error } };
  await engine
    .apply(outcome)
    .then((applied) => log.warn({ runId: job.runId, kind: applied.kind }, "The run was failed instead."))
    .catch((error: unknown) => log.error({ err: error, runId: job.runId }, "The run could not be failed either; its lease will run out."));
}
