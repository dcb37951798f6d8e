import type { Executor } from "./connect-engine";

/**
 * Takes the rows of these runs, always in the same order, until the transaction ends. Whoever changes a run's steps or jobs does this first:
 * it is what keeps the order of steps, the dirty flag and the end of a run right, without deadlocks.
 */
export async function lockRuns(tx: Executor, runIds: string[]): Promise<void> {
  await tx`select 1 from engine.runs where id = any(${[...new Set(runIds)]}::uuid[]) order by id for no key update`;
}
