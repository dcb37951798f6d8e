import type { Engine } from "./engine";
import type { HeldJob, RunState } from "./outcome";

/** One call that is under way in this process. */
export type Call = {
  engine: Engine;
  job: HeldJob;
  state: RunState;
  /** Its steps are saved up to here and the process is stopping: another one goes on. */
  isYielded: boolean;
};

// Next.js bundles routes apart from the start-up code; a function may be answered by either copy of this file.
const holder = globalThis as typeof globalThis & { auditoriaEngineCalls?: Map<string, Call> };
holder.auditoriaEngineCalls ??= new Map();

/** Calls under way in this process, of whatever engine, by the id that the SDK names when it saves steps on the way. */
export const calls = holder.auditoriaEngineCalls;

export function callId({ runId, stepId, token }: HeldJob): string {
  return `${runId}:${stepId}:${token}`;
}
