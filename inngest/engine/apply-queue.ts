import { setTimeout as delay } from "node:timers/promises";
import type postgres from "postgres";
import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import { applyOutcomes } from "./apply-outcomes";
import type { EngineFunction } from "./function-config";
import type { Applied, Outcome } from "./outcome";

type Waiting = { outcome: Outcome; resolve: (applied: Applied) => void; reject: (error: unknown) => void };

const MAX_BATCH = 200;
const MAX_BATCH_BYTES = 8 * 1024 * 1024;
const RETRY_MS = 250;

type ApplyQueueInput = { sql: postgres.Sql; known: ReadonlyMap<string, EngineFunction>; isClosed: () => boolean };

/**
 * Writes outcomes in the order in which they come, all that came while the last transaction was under way in the next one. While the database
 * is away they wait (the fence keeps a late one from doing harm), until the queue is closed.
 */
export function createApplyQueue({ sql, known, isClosed }: ApplyQueueInput): (outcome: Outcome) => Promise<Applied> {
  const waiting: Waiting[] = [];
  let isWriting = false;

  return (outcome) =>
    new Promise((resolve, reject) => {
      waiting.push({ outcome, resolve, reject });
      if (!isWriting) void writeAll();
    });

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await write(takeBatch());
    isWriting = false;
  }

  /** As many as fit in one transaction; at least one, however large. */
  function takeBatch(): Waiting[] {
    let bytes = 0;
    const end = waiting.findIndex(({ outcome }, index) => {
      bytes += sizeOf(outcome);
      return index > 0 && (index >= MAX_BATCH || bytes > MAX_BATCH_BYTES);
    });
    return waiting.splice(0, end === -1 ? waiting.length : end);
  }

  async function write(batch: Waiting[]): Promise<void> {
    try {
      const applied = await apply(batch.map((one) => one.outcome));
      for (const [index, one] of batch.entries()) one.resolve(applied[index] ?? { kind: "lost" });
    } catch (error) {
      // One outcome that PostgreSQL will not take must not take the others with it.
      if (batch.length > 1 && !isDatabaseAway(error)) for (const one of batch) await write([one]);
      else for (const one of batch) one.reject(error);
    }
  }

  async function apply(outcomes: Outcome[]): Promise<Applied[]> {
    for (;;) {
      try {
        return await sql.begin((tx) => applyOutcomes({ tx, outcomes, known }));
      } catch (error) {
        if (!isPassing(error) || isClosed()) throw error;
        log.warn({ err: error }, "The engine cannot write to the database; it keeps trying.");
        await delay(RETRY_MS);
      }
    }
  }
}

function sizeOf({ done, next }: Outcome): number {
  const output = next.kind === "finish" && next.status === "completed" ? next.output.length : 0;
  return done.reduce((sum, step) => sum + step.memo.length, output);
}

/** Away, or a deadlock or lock timeout with somebody who empties tables: the same statements may go through now. */
function isPassing(error: unknown): boolean {
  return isDatabaseAway(error) || (error instanceof Error && "code" in error && /^(40P01|40001|55P03|25P03)$/.test(String(error.code)));
}
