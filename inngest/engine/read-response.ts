import { z } from "zod";
import { toJson } from "./json";
import type { AwaitedStep, DoneStep, Finish, HeldJob, Next, Outcome, RunState, StepError } from "./outcome";
import { failedStep, type Operation, operation, readError, readOperation } from "./read-operation";
import { retryDelay } from "./retry-delay";
import { type EngineSettings, MAX_OUTPUT_BYTES, MAX_STEPS } from "./settings";

/** What the function's handler answered. */
export type CallResponse = { status: number; noRetry: string | null; retryAfter: string | null; body: string };

export type CallContext = {
  job: HeldJob;
  state: RunState;
  maxAttempts: number;
  settings: EngineSettings;
  knowsFunction: (id: string) => boolean;
};

type Collected = { done: DoneStep[]; awaited: AwaitedStep[]; erred: { id: string; name: string; error: StepError } | null };

const operations = z.union([z.array(operation), operation.transform((one) => [one])]);

/** Turns the answer to one call into what is to be written: steps, and what becomes of the job. Never throws. */
export function readResponse(context: CallContext, response: CallResponse): Outcome {
  const { status } = response;
  if (status === 206) return readOperations(context, response);
  if (status === 200) return outcome(context, {}, finishWith(parseJson(response.body)));
  const error = readError(parseJson(response.body));
  // The header says whether another try can help; without it, the status does.
  const isFinal = response.noRetry === null ? status >= 400 && status < 500 : response.noRetry === "true";
  return outcome(context, {}, isFinal ? fail(error) : retryOrFail(context, error, response.retryAfter));
}

/** The steps that a call saves on its way. A refusal ends the call, and with it the run. */
export function readCheckpoint(context: CallContext, steps: Operation[]): Outcome {
  const read = collect(context, steps);
  if ("refused" in read) return outcome(context, {}, fail(refused(read.refused)));
  return outcome(context, { done: read.done }, { kind: "keep" });
}

/** A call that brought no answer at all: counts as an attempt. */
export function readCallFailure(context: CallContext, error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return outcome(context, {}, retryOrFail(context, { name: "Error", message }, null));
}

function readOperations(context: CallContext, response: CallResponse): Outcome {
  const parsed = operations.safeParse(parseJson(response.body));
  if (!parsed.success) return outcome(context, {}, fail(refused("The function's answer is not one that Inngest's SDK gives.")));
  const read = collect(context, parsed.data);
  if ("refused" in read) return outcome(context, {}, fail(refused(read.refused)));
  const { done, awaited, erred } = read;
  if (read.complete) return outcome(context, { done }, finishWith(read.complete.output));
  if (erred) {
    const mayRetry = response.noRetry !== "true" && context.job.attempt + 1 < context.maxAttempts;
    if (mayRetry) return outcome(context, { done, awaited }, retryOrFail(context, erred.error, response.retryAfter));
    done.push(failedStep({ id: erred.id, op: "StepRun", name: erred.name, error: erred.error }));
  }
  if (context.job.stepId !== "step") return outcome(context, { done, awaited }, { kind: "rest" });
  if (done.length > 0 || read.discovers) return outcome(context, { done, awaited }, { kind: "again" });
  if (awaited.length === 0 && context.state.awaited.length === 0) {
    const error = { name: "Error", message: "The function neither ended nor asked for a step." };
    return outcome(context, {}, retryOrFail(context, error, null));
  }
  return outcome(context, { awaited }, { kind: "rest" });
}

function collect(context: CallContext, list: Operation[]) {
  const collected: Collected & { complete: { output: unknown } | null; discovers: boolean } = {
    done: [],
    awaited: [],
    erred: null,
    complete: null,
    discovers: false,
  };
  for (const one of list) {
    const reading = readOperation({ operation: one, knowsFunction: context.knowsFunction });
    if (reading.kind === "refused") return { refused: reading.reason };
    if (reading.kind === "done") collected.done.push(reading.step);
    if (reading.kind === "awaited") collected.awaited.push(reading.step);
    if (reading.kind === "erred") collected.erred = reading;
    if (reading.kind === "complete") collected.complete = reading;
    if (reading.kind === "discover") collected.discovers = true;
  }
  const tooMuch = exceeded(context, collected);
  return tooMuch ? { refused: tooMuch } : collected;
}

function exceeded({ state }: CallContext, { done, awaited }: Collected): string | null {
  const ids = new Set([...state.stack, ...state.awaited, ...done.map((step) => step.id), ...awaited.map((step) => step.id)]);
  if (ids.size > MAX_STEPS) return `The run has more than ${MAX_STEPS} steps.`;
  const large = done.find((step) => Buffer.byteLength(step.memo) > MAX_OUTPUT_BYTES);
  return large ? `Step "${large.name}" returned more than ${MAX_OUTPUT_BYTES} bytes.` : null;
}

function finishWith(output: unknown): Next {
  const json = toJson(output);
  if (Buffer.byteLength(json) > MAX_OUTPUT_BYTES) return fail(refused(`The run returned more than ${MAX_OUTPUT_BYTES} bytes.`));
  return { kind: "finish", status: "completed", output: json };
}

function retryOrFail({ job, maxAttempts, settings }: CallContext, error: StepError, retryAfter: string | null): Next {
  if (job.attempt + 1 >= maxAttempts) return fail(error);
  return { kind: "retry", delayMs: retryDelay({ attempt: job.attempt, retryAfter, settings }) };
}

function fail(error: StepError): Next & Finish {
  return { kind: "finish", status: "failed", error };
}

function refused(message: string): StepError {
  return { name: "EngineRefusal", message };
}

function outcome({ job, state }: CallContext, steps: { done?: DoneStep[]; awaited?: AwaitedStep[] }, next: Next): Outcome {
  return { job, state, done: steps.done ?? [], awaited: steps.awaited ?? [], next };
}

function parseJson(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return { message: text.slice(0, 500) };
  }
}
