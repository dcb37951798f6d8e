import { log } from "@/lib/log";
import { callFunction } from "./call-function";
import { type Call, callId, calls } from "./calls";
import type { Engine } from "./engine";
import type { Applied, HeldJob, Outcome, RunState } from "./outcome";
import { type CallContext, readCallFailure, readResponse } from "./read-response";

type RunJobInput = { engine: Engine; job: HeldJob; state: RunState };

/** Makes one claimed call, and those that follow from it under the same lease, and writes what they come to. Never rejects. */
export async function runJob({ engine, job, state }: RunJobInput): Promise<void> {
  const call: Call = { engine, job, state, isYielded: false };
  engine.held.add(call);
  calls.set(callId(job), call);
  try {
    for (;;) {
      const applied = await engine.apply(await makeCall(call));
      if (applied.kind !== "again") return;
      call.job = { ...call.job, attempt: 0 };
      call.state = applied.state;
    }
  } catch (error) {
    await failUnwritable(call, error);
  } finally {
    calls.delete(callId(job));
    engine.held.delete(call);
    engine.wake();
  }
}

/** What a call is read with: its job, and the limits of its function. */
export function callContext({ engine, job, state }: Call): CallContext {
  return {
    job,
    state,
    maxAttempts: engine.functions.get(job.functionId)?.maxAttempts ?? 1,
    settings: engine.settings,
    knowsFunction: (id) => engine.functions.has(id),
  };
}

async function makeCall(call: Call): Promise<Outcome> {
  const outcome = await callFunction(call).then(
    (response) => readResponse(callContext(call), response),
    (error) => readCallFailure(callContext(call), error),
  );
  // When it stopped on our word, the answer says nothing of the function.
  if (call.isYielded) return { job: call.job, state: call.state, done: [], awaited: [], next: { kind: "yield" } };
  if (call.engine.isStopping && outcome.next.kind === "again") return { ...outcome, next: { kind: "yield" } };
  return outcome;
}

/** PostgreSQL refuses what the call came to: trying again would run into the same, so the run fails and says why. */
async function failUnwritable({ engine, job, state }: Call, cause: unknown): Promise<void> {
  log.error({ err: cause, runId: job.runId, functionId: job.functionId }, "The engine could not write what a call came to.");
  if (engine.isStopping) return;
  const error = { name: "EngineRefusal", message: `What the function returned could not be stored: ${String(cause)}` };
  const outcome: Outcome = { job, state, done: [], awaited: [], next: { kind: "finish", status: "failed", error } };
  await engine
    .apply(outcome)
    .then((applied: Applied) => log.warn({ runId: job.runId, kind: applied.kind }, "The run was failed instead."))
    .catch((error: unknown) => log.error({ err: error, runId: job.runId }, "The run could not be failed either; its lease will run out."));
}
