import type { EngineEvent } from "./event";

/** The call that a process holds the lease of. */
export type HeldJob = {
  runId: string;
  /** `step`: find out what the run does next. Else the one step to be run. */
  stepId: string;
  token: string;
  functionId: string;
  attempt: number;
};

/** What a function is called with: its events, and the results of its steps so far in the order in which they were done. */
export type RunState = {
  events: EngineEvent[];
  memos: Record<string, unknown>;
  stack: string[];
  /** Steps that were asked for and are not done yet. */
  awaited: string[];
  parentRunId: string | null;
  parentStepId: string | null;
};

export type StepError = { name: string; message: string; stack?: string };

/** A step that is done. The memo is JSON: `{"data": …}` or `{"error": …}`. */
export type DoneStep = { id: string; op: string; name: string; memo: string };

/** A step that something else will finish: another call, time, an event, or another run. */
export type AwaitedStep = {
  id: string;
  op: "StepPlanned" | "Sleep" | "WaitForEvent" | "InvokeFunction";
  name: string;
  /** Time from now after which a sleep is over and a wait has failed; null without limit. */
  delayMs: number | null;
  waitEvent: string | null;
  waitExpression: string | null;
  invocation: { functionId: string; event: EngineEvent } | null;
};

export type Finish = { status: "completed"; output: string } | { status: "failed"; error: StepError };

/** What becomes of the job once the steps are saved. */
export type Next =
  /** The call goes on; only its steps were saved. */
  | { kind: "keep" }
  /** Call again at once, under the same lease. */
  | { kind: "again" }
  /** Call again, but not in this process. */
  | { kind: "yield" }
  /** Nothing more until a step that is awaited gets done. */
  | { kind: "rest" }
  | { kind: "retry"; delayMs: number }
  | ({ kind: "finish" } & Finish);

export type Outcome = { job: HeldJob; state: RunState; done: DoneStep[]; awaited: AwaitedStep[]; next: Next };

/** `lost`: another process holds the job now, or the run is over; nothing was written. */
export type Applied = { kind: "lost" } | { kind: "saved" } | { kind: "again"; state: RunState };
