import { durationToMs } from "inngest";
import { v7 } from "uuid";
import { z } from "zod";
import { INVOKED_EVENT } from "./event";
import { compileExpression } from "./expression";
import { toJson } from "./json";
import type { AwaitedStep, DoneStep, StepError } from "./outcome";

/** One thing that a function reports or asks for. The SDK's JSON has more; only this is read. */
export const operation = z.object({
  id: z.string().min(1),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.unknown().optional(),
});
export type Operation = z.infer<typeof operation>;

const waitOptions = z.object({ timeout: z.string().optional(), if: z.string().optional() });
const invokeOptions = z.object({
  function_id: z.string(),
  payload: z.looseObject({ data: z.unknown().optional() }),
  timeout: z.string().optional(),
});
const reportedError = z
  .object({ name: z.string().optional(), message: z.string().optional(), error: z.string().optional(), stack: z.string().optional() })
  .catch({});

/** What one operation means for the run. */
export type OperationReading =
  | { kind: "done"; step: DoneStep }
  | { kind: "awaited"; step: AwaitedStep }
  | { kind: "erred"; id: string; name: string; error: StepError }
  | { kind: "complete"; output: unknown }
  | { kind: "discover" }
  | { kind: "refused"; reason: string };

type ReadOperationInput = { operation: Operation; knowsFunction: (id: string) => boolean };

/** Reads one operation. What this engine does not do is refused with a reason that is meant for the function's author. */
export function readOperation({ operation: op, knowsFunction }: ReadOperationInput): OperationReading {
  const name = op.displayName ?? op.name ?? op.id;
  switch (op.op) {
    case "StepRun":
    case "Step":
      return { kind: "done", step: { id: op.id, op: "StepRun", name, memo: toJson({ data: op.data ?? null }) } };
    case "StepFailed":
      return { kind: "done", step: failedStep({ id: op.id, op: "StepRun", name, error: readError(op.error) }) };
    case "StepError":
      return { kind: "erred", id: op.id, name, error: readError(op.error) };
    case "StepPlanned":
      return { kind: "awaited", step: awaited(op.id, "StepPlanned", name, {}) };
    case "Sleep":
      return readSleep(op, name);
    case "WaitForEvent":
      return readWait(op, name);
    case "InvokeFunction":
      return readInvocation(op, name, knowsFunction);
    case "RunComplete":
      return { kind: "complete", output: op.data ?? null };
    case "DiscoveryRequest":
      return { kind: "discover" };
    default:
      return { kind: "refused", reason: `Step "${name}" needs ${op.op}, which the embedded engine does not have.` };
  }
}

/** Name, message and stack of whatever the SDK reports as an error. */
export function readError(value: unknown): StepError {
  const { name, message, error, stack } = reportedError.parse(value);
  return { name: name || "Error", message: message || error || "Unknown error", ...(stack ? { stack } : {}) };
}

/** A step that ended in an error which the function may catch. */
export function failedStep({ error, ...step }: Omit<DoneStep, "memo"> & { error: StepError }): DoneStep {
  return { ...step, memo: toJson({ error }) };
}

function readSleep(op: Operation, name: string): OperationReading {
  const delayMs = readDelay(op.name ?? "");
  if (delayMs === null)
    return { kind: "refused", reason: `Step "${name}" sleeps for "${op.name}", which is neither a duration nor a date.` };
  return { kind: "awaited", step: awaited(op.id, "Sleep", name, { delayMs }) };
}

function readWait(op: Operation, name: string): OperationReading {
  const options = waitOptions.safeParse(op.opts ?? {});
  if (!options.success || !op.name) return { kind: "refused", reason: `Step "${name}" does not say what event it waits for.` };
  const { timeout, if: waitExpression = null } = options.data;
  const delayMs = timeout === undefined ? null : readDelay(timeout);
  if (timeout !== undefined && delayMs === null)
    return { kind: "refused", reason: `Step "${name}" waits until "${timeout}", which is no time.` };
  try {
    if (waitExpression !== null) compileExpression(waitExpression);
  } catch (error) {
    return { kind: "refused", reason: `Step "${name}" waits under a condition that cannot be read: ${waitExpression} (${String(error)})` };
  }
  return { kind: "awaited", step: awaited(op.id, "WaitForEvent", name, { delayMs, waitEvent: op.name, waitExpression }) };
}

function readInvocation(op: Operation, name: string, knowsFunction: (id: string) => boolean): OperationReading {
  const options = invokeOptions.safeParse(op.opts);
  if (!options.success) return { kind: "refused", reason: `Step "${name}" does not say what function it invokes.` };
  const { function_id: functionId, payload, timeout } = options.data;
  if (!knowsFunction(functionId)) {
    const error = { name: "Error", message: `Could not find a function with id ${functionId} to invoke.` };
    return { kind: "done", step: failedStep({ id: op.id, op: "InvokeFunction", name, error }) };
  }
  const event = { ...payload, data: payload.data ?? {}, id: v7(), name: INVOKED_EVENT, ts: Date.now() };
  const delayMs = timeout === undefined ? null : readDelay(timeout);
  return { kind: "awaited", step: awaited(op.id, "InvokeFunction", name, { delayMs, invocation: { functionId, event } }) };
}

function awaited(id: string, op: AwaitedStep["op"], name: string, rest: Partial<AwaitedStep>): AwaitedStep {
  return { id, op, name, delayMs: null, waitEvent: null, waitExpression: null, invocation: null, ...rest };
}

/** Milliseconds from now: the SDK writes durations as "1d2h3s" (nothing for none) and moments as ISO dates. */
function readDelay(text: string): number | null {
  if (text === "") return 0;
  const at = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return Math.max(0, at - Date.now());
  try {
    return durationToMs(text);
  } catch {
    return null;
  }
}
