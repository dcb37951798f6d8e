import type { Call } from "./calls";
import type { CallContext } from "./read-response";

/** What a call is read with: its job, and the limits of its function. */
export function callContext({ engine, job, state }: Call): CallContext {
  return {
    job,
    state,
    maxAttempts: engine.functions.get(job.functionId)?.maxAttempts ?? 1,
    settings: engine.settings,
    knowsFunction: (id) => engine.known.has(id),
  };
}
