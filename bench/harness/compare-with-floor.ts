import type { Figure } from "./line-report";
import { median } from "./median";
import { runLoad } from "./run-load";
import { type MeasuredServer, type Saturation, saturate } from "./saturate";

type CompareInput = {
  floor: MeasuredServer;
  ours: MeasuredServer;
  load: Parameters<typeof saturate>[1];
  rounds: number;
  latencyRounds: number;
};

/** What a door and the floor did under the same load, in turns. `answered`: by the door, all runs together. */
export type Comparison = {
  floorRuns: Saturation[];
  ourRuns: Saturation[];
  /** p99 in milliseconds at half of the server's own rate. */
  floorLatencies: number[];
  latencies: number[];
  halfRate: number;
  answered: number;
};

/** Loads a door and the floor as fast as they answer, in turns, and then each at half its rate, after a warming up that is not counted. */
export async function compareWithFloor({ floor, ours, load, rounds, latencyRounds }: CompareInput): Promise<Comparison> {
  let answered = 0;
  for (const { url } of [floor, ours]) {
    const warmUp = await runLoad({ ...load, url, seconds: Math.min(load.seconds, 5) });
    if (url === ours.url) answered += warmUp.answered;
  }
  const floorRuns: Saturation[] = [];
  const ourRuns: Saturation[] = [];
  for (let round = 0; round < rounds; round++) {
    // Each goes first every other time, so that a drift of the machine favours neither.
    for (const server of round % 2 === 0 ? [floor, ours] : [ours, floor]) {
      (server === floor ? floorRuns : ourRuns).push(await saturate(server, load));
    }
  }
  answered += ourRuns.reduce((sum, run) => sum + run.answered, 0);
  const halfRate = halfOf(ourRuns);
  const latencies: number[] = [];
  const floorLatencies: number[] = [];
  for (let round = 0; round < latencyRounds; round++) {
    floorLatencies.push((await runLoad({ ...load, url: floor.url, requestsPerSecond: halfOf(floorRuns) })).p99Ms);
    const result = await runLoad({ ...load, url: ours.url, requestsPerSecond: halfRate });
    answered += result.answered;
    latencies.push(result.p99Ms);
  }
  return { floorRuns, ourRuns, latencies, floorLatencies, halfRate, answered };
}

/** The figures of a comparison, with what a door must reach. */
export function comparisonFigures({ floorRuns, ourRuns, latencies, floorLatencies, halfRate }: Comparison): Figure[] {
  const ratios = ourRuns.map(({ perSecond }, round) => perSecond / (floorRuns[round]?.perSecond ?? Number.NaN));
  const tenths = (values: number[]) => values.map((value) => value.toFixed(1)).join(", ");
  return [
    {
      what: "requests/s, ours to the floor's",
      must: ">= 0.9",
      measured: median(ratios).toFixed(2),
      isMet: median(ratios) >= 0.9,
      runs: ratios.map((ratio) => ratio.toFixed(2)).join(", "),
    },
    plainFigure("the floor: empty handler of Next.js", ratesOf(floorRuns), "requests/s"),
    plainFigure("ours: accepted and durable", ratesOf(ourRuns), "requests/s"),
    plainFigure("processor time a request, the floor", serverTimes(floorRuns), "µs"),
    plainFigure("processor time a request, ours without PostgreSQL", serverTimes(ourRuns), "µs"),
    plainFigure(
      "processor time a request, PostgreSQL for ours",
      ourRuns.map(({ databaseMicroseconds }) => databaseMicroseconds),
      "µs",
    ),
    {
      what: `p99 at half load (${halfRate} requests/s)`,
      must: "< 100 ms",
      measured: `${median(latencies).toFixed(1)} ms`,
      isMet: median(latencies) < 100,
      runs: tenths(latencies),
    },
    {
      what: "the same of the floor, at half of its own rate",
      must: "",
      measured: `${median(floorLatencies).toFixed(1)} ms`,
      isMet: null,
      runs: tenths(floorLatencies),
    },
  ];
}

/** A figure that nothing is asked of. */
export function plainFigure(what: string, values: number[], unit: string): Figure {
  const runs = values.map((value) => Math.round(value)).join(", ");
  return { what, must: "", measured: `${Math.round(median(values))} ${unit}`, isMet: null, runs };
}

export function ratesOf(runs: Saturation[]): number[] {
  return runs.map(({ perSecond }) => perSecond);
}

function serverTimes(runs: Saturation[]): number[] {
  return runs.map(({ serverMicroseconds }) => serverMicroseconds);
}

function halfOf(runs: Saturation[]): number {
  return Math.round(median(ratesOf(runs)) / 2);
}
