import { Cron } from "croner";
import { durationToMs } from "inngest";
import { z } from "zod";
import { CANCELLED_EVENT, FINISHED_EVENT } from "./event";
import { compileExpression, type Expression } from "./expression";
import { toJson } from "./json";

/** A durable function as the engine needs to know it. */
export type EngineFunction = {
  id: string;
  /** The configuration itself, as JSON. */
  config: string;
  maxAttempts: number;
  eventTriggers: { event: string; condition: Expression | null }[];
  cronTriggers: { expression: string; schedule: Cron }[];
  idempotencyKey: Expression | null;
  /** How many of its steps may run at once, over all processes. */
  limit: number | null;
  /** How many of those with the same value of the key may. */
  laneLimit: number | null;
  laneKey: Expression | null;
  batch: { maxSize: number; timeoutMs: number; key: Expression | null; condition: Expression | null } | null;
};

const DEFAULT_RETRIES = 4;
const MAX_RETRIES = 20;

/** What the configuration calls options that a function names otherwise. */
const OPTION_NAMES: Record<string, string> = { cancel: "cancelOn" };

const step = z.object({ retries: z.object({ attempts: z.number().int().min(0).max(MAX_RETRIES) }).optional() });
const limit = z.strictObject({ limit: z.number().int().min(1), key: z.string().optional(), scope: z.literal("fn").optional() });
const config = z.strictObject({
  id: z.string(),
  name: z.string(),
  triggers: z.array(
    z.union([z.strictObject({ event: z.string(), expression: z.string().optional() }), z.strictObject({ cron: z.string() })]),
  ),
  steps: z.strictObject({ step }),
  idempotency: z.string().optional(),
  concurrency: z
    .union([
      z
        .number()
        .int()
        .min(1)
        .transform((number) => [{ limit: number }]),
      limit.transform((one) => [one]),
      z.array(limit).max(2),
    ])
    .optional(),
  batchEvents: z
    .strictObject({
      maxSize: z.number().int().min(1).max(10_000),
      timeout: z.string(),
      key: z.string().optional(),
      if: z.string().optional(),
    })
    .optional(),
});
type Config = z.infer<typeof config>;
type Limit = z.infer<typeof limit>;

/**
 * Reads what the SDK says of one function. Throws, naming function and option, when it asks for something that this engine would not do:
 * an option that is silently ignored is worse than a process that does not start.
 */
export function readFunctionConfig(value: unknown): EngineFunction {
  const id = z.looseObject({ id: z.string() }).parse(value).id;
  const parsed = config.safeParse(value);
  if (!parsed.success) throw refusal(id, parsed.error.issues);
  const { triggers, idempotency, concurrency = [], batchEvents, steps } = parsed.data;
  const keyed = concurrency.filter(hasKey);
  const plain = concurrency.filter((one) => !hasKey(one));
  if (keyed.length > 1 || plain.length > 1) {
    throw new Error(`Function ${id}: concurrency may have one limit with a key and one without on the embedded engine.`);
  }
  return {
    id,
    config: toJson(value),
    maxAttempts: (steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
    eventTriggers: triggers.flatMap((trigger) => ("event" in trigger ? [readEventTrigger(id, trigger)] : [])),
    cronTriggers: triggers.flatMap((trigger) => ("cron" in trigger ? [readCron(id, trigger.cron)] : [])),
    idempotencyKey: compile(id, "idempotency", idempotency),
    limit: plain[0]?.limit ?? null,
    laneLimit: keyed[0]?.limit ?? null,
    laneKey: compile(id, "concurrency", keyed[0]?.key),
    batch: batchEvents ? readBatch(id, batchEvents) : null,
  };
}

function hasKey(one: { limit: number } | Limit): one is Limit & { key: string } {
  return "key" in one && one.key !== undefined;
}

function readEventTrigger(id: string, { event, expression }: { event: string; expression?: string }) {
  if (event === FINISHED_EVENT || event === CANCELLED_EVENT) {
    throw new Error(`Function ${id}: the embedded engine does not send ${event}, so a trigger on it would never fire.`);
  }
  return { event, condition: compile(id, "if", expression) };
}

function readCron(id: string, expression: string) {
  const [, timezone = "UTC", pattern = expression] = /^TZ=(\S+)\s+(.+)$/.exec(expression) ?? [];
  try {
    const schedule = new Cron(pattern, { timezone, paused: true, mode: "5-or-6-parts" });
    schedule.nextRun();
    return { expression, schedule };
  } catch (cause) {
    throw new Error(`Function ${id}: "${expression}" is not a schedule.`, { cause });
  }
}

function readBatch(id: string, { maxSize, timeout, key, if: condition }: NonNullable<Config["batchEvents"]>): EngineFunction["batch"] {
  try {
    const timeoutMs = durationToMs(timeout);
    return { maxSize, timeoutMs, key: compile(id, "batchEvents.key", key), condition: compile(id, "batchEvents.if", condition) };
  } catch (cause) {
    throw new Error(`Function ${id}: batchEvents cannot be read.`, { cause });
  }
}

function compile(id: string, option: string, source: string | undefined): Expression | null {
  if (source === undefined) return null;
  try {
    return compileExpression(source);
  } catch (cause) {
    throw new Error(`Function ${id}: ${option} is not an expression that the embedded engine can evaluate: ${source}`, { cause });
  }
}

function refusal(id: string, issues: z.core.$ZodIssue[]): Error {
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : []));
  const named = unknown.map((option) => OPTION_NAMES[option] ?? option);
  if (named.length > 0) {
    return new Error(
      `Function ${id} is configured with ${named.join(", ")}, which the embedded engine does not have. Take it out, or run on an Inngest server.`,
    );
  }
  const where = [...new Set(issues.map((issue) => issue.path.join(".")))].join(", ");
  return new Error(`Function ${id}: the embedded engine cannot honour ${where} as it is configured.`, { cause: new z.ZodError(issues) });
}
