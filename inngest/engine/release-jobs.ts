import type postgres from "postgres";
import { WAKE_CHANNEL } from "./insert-events";
import type { HeldJob } from "./outcome";

/** Gives up the leases of these jobs, so that another process goes on with them at once. What the calls still come to is lost. */
export async function releaseJobs(sql: postgres.Sql, jobs: HeldJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    update engine.jobs as job set state = 'ready', token = null, due_at = now()
    from unnest(${jobs.map((job) => job.runId)}::uuid[], ${jobs.map((job) => job.stepId)}::text[], ${jobs.map((job) => job.token)}::uuid[])
      as held (run_id, step_id, token)
    where job.run_id = held.run_id and job.step_id = held.step_id and job.token = held.token`;
  await sql`select pg_notify(${WAKE_CHANNEL}, '')`;
}
