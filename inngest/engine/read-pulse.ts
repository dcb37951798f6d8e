import type { Engine } from "./engine";

/** What there is to do, seen at one glance. Milliseconds are from now, negative when due; null when there is nothing of the kind. */
export type Pulse = {
  hasEvents: boolean;
  hasReadyJobs: boolean;
  jobDueMs: number | null;
  stepDueMs: number | null;
  batchDueMs: number | null;
};

/** Looks for work without taking any: five index probes. */
export async function readPulse({ sql, functions }: Engine): Promise<Pulse> {
  const batched = [...functions.values()].flatMap((one) => (one.batch ? [one.id] : []));
  const [pulse] = await sql<Pulse[]>`
    select
      exists (select from (select 1 from engine.inbox order by seq limit 1) as first) as "hasEvents",
      exists (select from engine.jobs where state = 'ready') as "hasReadyJobs",
      (select extract(epoch from min(due_at) - now()) * 1000 from engine.jobs where state <> 'ready')::float8 as "jobDueMs",
      (select extract(epoch from min(due_at) - now()) * 1000 from engine.steps where not is_done and due_at is not null)::float8 as "stepDueMs",
      (select extract(epoch from min(due_at) - now()) * 1000 from engine.batch_items where function_id = any(${batched}::text[]))::float8 as "batchDueMs"`;
  if (!pulse) throw new Error("PostgreSQL answered a question with no row.");
  return pulse;
}
