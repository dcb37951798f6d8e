import type { Cron } from "croner";
import { v7 } from "uuid";
import type { Engine } from "./engine";
import { CRON_EVENT } from "./event";
import type { EngineFunction } from "./function-config";
import { insertRuns } from "./insert-runs";

/** A schedule of a function, and when it is due next; null when it never is again. */
export type CronPlan = { definition: EngineFunction; expression: string; schedule: Cron; dueAt: Date | null };

/**
 * The schedules of all functions. A tick that passed since `seenAt` (when some process last ran the function) is due at once: nobody was there
 * to see it. Only the latest one, since a schedule means "about this often".
 */
export function planCrons(functions: ReadonlyMap<string, EngineFunction>, seenAt: ReadonlyMap<string, Date>): CronPlan[] {
  return [...functions.values()].flatMap((definition) =>
    definition.cronTriggers.map(({ expression, schedule }) => {
      const seen = seenAt.get(definition.id);
      const [missed] = seen ? schedule.previousRuns(1) : [];
      return { definition, expression, schedule, dueAt: seen && missed && missed > seen ? missed : schedule.nextRun() };
    }),
  );
}

/** Starts the runs of schedules that are due. A tick starts one run, however many processes see it. */
export async function fireCrons({ sql }: Engine, plans: CronPlan[]): Promise<void> {
  const now = new Date();
  const due = plans.flatMap((plan) => (plan.dueAt && plan.dueAt <= now ? [{ plan, tick: plan.dueAt }] : []));
  if (due.length === 0) return;
  await insertRuns(
    sql,
    due.map(({ plan, tick }) => ({
      definition: plan.definition,
      events: [{ id: v7(), name: CRON_EVENT, data: { cron: plan.expression }, ts: tick.getTime() }],
      onceKey: `cron:${plan.definition.id}:${plan.expression}:${tick.toISOString()}`,
      parent: null,
    })),
  );
  for (const { plan } of due) plan.dueAt = plan.schedule.nextRun(now);
}
