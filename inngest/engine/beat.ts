import type { Engine } from "./engine";
import { learnFunctions } from "./learn-functions";

/** Says that this process lives: its leases run from now, and its functions are known. */
export async function beat(engine: Engine): Promise<void> {
  const { sql, held, functions, settings } = engine;
  const jobs = [...held].map((call) => call.job);
  if (jobs.length > 0) {
    // A row that is locked is being written this moment; it needs no longer lease.
    await sql`
      update engine.jobs as job set due_at = now() + ${settings.leaseMs}::float8 * interval '1 millisecond'
      from (
        select job.run_id, job.step_id from engine.jobs as job
        join unnest(${jobs.map((job) => job.runId)}::uuid[], ${jobs.map((job) => job.stepId)}::text[], ${jobs.map((job) => job.token)}::uuid[])
          as held (run_id, step_id, token) using (run_id, step_id, token)
        for update of job skip locked
      ) as mine
      where job.run_id = mine.run_id and job.step_id = mine.step_id`;
  }
  const own = [...functions.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  await sql`
    insert into engine.functions (id, config, seen_at)
    select id, config::json, now() from unnest(${own.map((one) => one.id)}::text[], ${own.map((one) => one.config)}::text[]) as own (id, config)
    on conflict (id) do update set config = excluded.config, seen_at = excluded.seen_at`;
  await learnFunctions(sql, engine);
}
