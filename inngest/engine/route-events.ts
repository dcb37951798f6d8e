import { z } from "zod";
import { log } from "@/lib/log";
import type { Executor } from "./connect-engine";
import type { Engine } from "./engine";
import { type EngineEvent, engineEvent } from "./event";
import { compileExpression, keyOf } from "./expression";
import type { EngineFunction } from "./function-config";
import { indexKey } from "./index-key";
import { insertRuns, type NewRun } from "./insert-runs";
import { toJson } from "./json";
import { learnFunctions } from "./learn-functions";
import { lockRuns } from "./lock-runs";
import { type SettledStep, settleSteps } from "./settle-steps";

const MAX_AT_ONCE = 500;
const WAITS_PAGE = 1_000;

type BatchItem = { functionId: string; batchKey: string; event: string; timeoutMs: number };

const storedEvents = z.array(z.object({ event: engineEvent }));

/**
 * Hands events to the functions they trigger and the steps that wait for them, in the order in which they were sent. Answers how many there
 * were. An event that cannot be handed on is dropped, and logged: those behind it must not wait for ever.
 */
export async function routeEvents(engine: Engine): Promise<number> {
  try {
    return await route(engine, MAX_AT_ONCE);
  } catch (error) {
    if (!isDataError(error)) throw error;
    return await routeOrDropFirst(engine);
  }
}

async function routeOrDropFirst(engine: Engine): Promise<number> {
  try {
    return await route(engine, 1);
  } catch (error) {
    if (!isDataError(error)) throw error;
    const dropped =
      await engine.sql`delete from engine.inbox where seq = (select seq from engine.inbox order by seq limit 1) returning event`;
    log.error({ err: error, dropped }, "An event cannot be handed to its functions; it is dropped.");
    return dropped.length;
  }
}

/** The fault lies in the event: too deep, too large, not one at all. Whatever else fails may work the next time. */
function isDataError(error: unknown): boolean {
  if (error instanceof z.ZodError || error instanceof RangeError) return true;
  return error instanceof Error && "code" in error && /^(22|54)/.test(String(error.code));
}

async function route(engine: Engine, limit: number): Promise<number> {
  return engine.sql.begin(async (tx) => {
    const [rows] = await Promise.all([takeEvents(tx, limit), learnFunctions(tx, engine)]);
    const events = storedEvents.parse(rows).map((row) => row.event);
    if (events.length === 0) return 0;
    const runs: NewRun[] = [];
    const items: BatchItem[] = [];
    for (const event of events) {
      for (const definition of engine.known.values()) {
        if (!isTriggered(definition, event)) continue;
        const item = batchItem(definition, event);
        if (item) items.push(item);
        else runs.push({ definition, events: [event], onceKey: onceKey(definition, event), parent: null });
      }
    }
    const [settled] = await Promise.all([matchWaits(tx, events), insertRuns(tx, runs), insertBatchItems(tx, items)]);
    if (settled.length > 0) {
      await lockRuns(
        tx,
        settled.map((step) => step.runId),
      );
      await settleSteps(tx, settled);
    }
    return events.length;
  });
}

async function takeEvents(tx: Executor, limit: number) {
  return tx`
    with taken as (
      delete from engine.inbox where seq in (select seq from engine.inbox order by seq limit ${limit} for update skip locked)
      returning seq, event
    )
    select event from taken order by seq`;
}

function isTriggered({ eventTriggers }: EngineFunction, event: EngineEvent): boolean {
  return eventTriggers.some(({ event: name, condition }) => {
    const isNamed = name.endsWith("*") ? event.name.startsWith(name.slice(0, -1)) : event.name === name;
    return isNamed && (condition === null || condition({ event }) === true);
  });
}

function onceKey({ id, idempotencyKey }: EngineFunction, event: EngineEvent): string | null {
  const value = idempotencyKey ? keyOf(idempotencyKey({ event })) : null;
  return value === null ? null : `run:${id}:${indexKey(value)}`;
}

function batchItem({ id, batch }: EngineFunction, event: EngineEvent): BatchItem | null {
  if (!batch || (batch.condition && batch.condition({ event }) !== true)) return null;
  const batchKey = indexKey((batch.key && keyOf(batch.key({ event }))) ?? "");
  return { functionId: id, batchKey, event: toJson(event), timeoutMs: batch.timeoutMs };
}

async function insertBatchItems(tx: Executor, items: BatchItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx`
    insert into engine.batch_items (function_id, batch_key, event, due_at)
    select function_id, batch_key, event::json, now() + timeout_ms * interval '1 millisecond'
    from unnest(${items.map((item) => item.functionId)}::text[], ${items.map((item) => item.batchKey)}::text[],
      ${items.map((item) => item.event)}::text[], ${items.map((item) => item.timeoutMs)}::float8[])
      as item (function_id, batch_key, event, timeout_ms)`;
}

/** The waiting steps that these events end, each by the first event that fits. */
async function matchWaits(tx: Executor, events: EngineEvent[]): Promise<SettledStep[]> {
  const names = [...new Set(events.map((event) => event.name))];
  const settled: SettledStep[] = [];
  let after = { runId: "00000000-0000-0000-0000-000000000000", id: "" };
  for (;;) {
    const waits = await tx<{ runId: string; id: string; event: string; expression: string | null; events: EngineEvent[] }[]>`
      select step.run_id as "runId", step.id, step.wait_event as event, step.wait_expression as expression, run.events
      from engine.steps as step join engine.runs as run on run.id = step.run_id
      where not step.is_done and step.wait_event = any(${names}::text[]) and (step.run_id, step.id) > (${after.runId}::uuid, ${after.id})
      order by step.run_id, step.id limit ${WAITS_PAGE}`;
    for (const { runId, id, event: name, expression, events: started } of waits) {
      const fits = expression === null ? () => true : compileExpression(expression);
      const match = events.find((event) => event.name === name && fits({ event: started[0], async: event }) === true);
      if (match) settled.push({ runId, id, memo: toJson({ data: match }) });
    }
    const last = waits.at(-1);
    if (!last || waits.length < WAITS_PAGE) return settled;
    after = last;
  }
}
