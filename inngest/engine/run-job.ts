import { callContext } from "./call-context";
import { callFunction } from "./call-function";
import { type Call, callId, calls } from "./calls";
import type { Engine } from "./engine";
import { failUnwritable } from "./fail-unwritable";
import type { HeldJob, Outcome, RunState } from "./outcome";
import { readCallFailure, readResponse } from "./read-response";

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
