import { z } from "zod";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import type { Executor } from "./connect-engine";
import type { Engine } from "./engine";
import { engineEvent } from "./event";
import { insertRuns } from "./insert-runs";

const storedEvents = z.array(z.object({ event: engineEvent }));

/** Starts a run for each batch of events, of functions that this process runs, that is full or has waited long enough. */
export async function flushBatches({ sql, functions }: Engine): Promise<void> {
  const batched = [...functions.values()].filter((definition) => definition.batch !== null);
  if (batched.length === 0) return;
  await sql.begin(async (tx) => {
    // Two engines must not split a batch between them.
    await tx`select pg_advisory_xact_lock(${ADVISORY_LOCKS.engineBatch})`;
    const groups = await tx<{ functionId: string; batchKey: string; size: number; isDue: boolean }[]>`
      select function_id as "functionId", batch_key as "batchKey", count(*)::int as size, min(due_at) <= now() as "isDue"
      from engine.batch_items where function_id = any(${batched.map((definition) => definition.id)}::text[]) group by 1, 2`;
    for (const { functionId, batchKey, size, isDue } of groups) {
      const definition = functions.get(functionId);
      const maxSize = definition?.batch?.maxSize ?? 0;
      if (!definition || maxSize === 0) continue;
      // What is left beside full batches came later, and has its own time.
      for (let rest = size; rest >= maxSize || (rest > 0 && rest === size && isDue); rest -= maxSize) {
        const events = await takeItems(tx, { functionId, batchKey, maxSize });
        await insertRuns(tx, [{ definition, events, onceKey: null, parent: null }]);
      }
    }
  });
}

async function takeItems(tx: Executor, { functionId, batchKey, maxSize }: { functionId: string; batchKey: string; maxSize: number }) {
  const rows = await tx`
    with taken as (
      delete from engine.batch_items where seq in (
        select seq from engine.batch_items where function_id = ${functionId} and batch_key = ${batchKey} order by seq limit ${maxSize}
      ) returning seq, event
    )
    select event from taken order by seq`;
  return storedEvents.parse(rows).map((row) => row.event);
}
