import type { Figure } from "../harness/line-report";
import type { HeardCall } from "./hear-call";

const MAX_PEAK_MIB = 1_024;

/** Highest resident memory of an engine, beside what it may be. */
export function memoryFigure(what: string, peakMib: number): Figure {
  return { what, must: `< ${MAX_PEAK_MIB} MB`, measured: `${Math.round(peakMib)} MB`, isMet: peakMib < MAX_PEAK_MIB, runs: "" };
}

/** What the machine's other work leaves as it is: processor time to the length of the call. */
export function timesOf({ seconds, preparingSeconds, processorSeconds }: HeardCall, callSeconds: number): string {
  const processor = `processor time ${(processorSeconds / callSeconds).toFixed(3)} of the call`;
  return `${seconds.toFixed(1)} s, of that preparing ${preparingSeconds.toFixed(1)} s; ${processor}`;
}

/** A figure of which nothing is asked. */
export function plain(what: string, measured: string, runs: string): Figure {
  return { what, must: "", measured, isMet: null, runs };
}
