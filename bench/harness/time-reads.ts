import type { Sql } from "postgres";
import { slowPlans } from "./explain-slow-statements";
import type { Figure } from "./line-report";
import { listIndexesUsed } from "./list-indexes-used";
import { percentile } from "./percentile";

/** Something that is read, which says what it found. */
export type Read = { what: string; read: () => Promise<string> };

type TimeReadsInput = { sql: Sql; dataDir: string; mustMs: number; repetitions: number; reads: Read[] };

/**
 * The p95 of each read in milliseconds, with the indexes that it used, under one of all of them together. The plans of slow statements go to
 * standard error where a read was too slow. After explainSlowStatements only.
 */
export async function timeReads({ sql, dataDir, mustMs, repetitions, reads }: TimeReadsInput): Promise<Figure[]> {
  const figures: Figure[] = [];
  const all: number[] = [];
  const figureOf = (what: string, times: number[], runs: string): Figure => {
    const p95 = percentile(times, 0.95);
    return { what, must: `< ${mustMs} ms`, measured: `${p95.toFixed(1)} ms`, isMet: p95 < mustMs, runs };
  };
  for (const { what, read } of reads) {
    const times: number[] = [];
    let found = "";
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const startedAt = performance.now();
      found = await read();
      times.push(performance.now() - startedAt);
    }
    all.push(...times);
    const indexes = await listIndexesUsed({ sql, dataDir, limitMs: mustMs, work: read });
    const runs = `p50 ${percentile(times, 0.5).toFixed(1)}, highest ${Math.max(...times).toFixed(1)}; ${found}; by ${indexes}`;
    figures.push(figureOf(what, times, runs));
  }
  if (figures.some(({ isMet }) => isMet === false)) console.error(await slowPlans(dataDir));
  return [figureOf("all of them together, p95", all, `highest ${Math.max(...all).toFixed(1)}`), ...figures];
}
