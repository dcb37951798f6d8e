import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import type { EngineFunction } from "./function-config";
import type { HeldJob } from "./outcome";

/** Where the next claim begins among the lanes of each function, so that lanes take turns when there is more work than room. */
export type LaneCursors = Map<string, string>;

type ClaimJobsInput = {
  sql: postgres.Sql;
  functions: ReadonlyMap<string, EngineFunction>;
  cursors: LaneCursors;
  /** How many calls may be started, and how many of one function. */
  free: number;
  freeOf: (functionId: string) => number;
  leaseMs: number;
};

type ClaimedRow = HeldJob & { lastLanes: Record<string, string> | null };

/**
 * Leases up to `free` ready jobs, oldest first in each lane, lanes and functions in turn, none beyond the concurrency limits of its function
 * counted over all processes. Hops from lane to lane by index: what it reads grows with lanes, not with the backlog of one.
 */
export async function claimJobs({ sql, functions, cursors, free, freeOf, leaseMs }: ClaimJobsInput): Promise<HeldJob[]> {
  const known = [...functions.values()];
  const token = randomUUID();
  // Claims of all engines on a database take turns: only so does a count of what runs stay true until the claim is made.
  const [, rows] = await sql.begin((tx) => [
    tx`select pg_advisory_xact_lock(${ADVISORY_LOCKS.engineClaim})`,
    tx<ClaimedRow[]>`
      with recursive running as materialized (
        select function_id, lane, count(*)::int as busy from engine.jobs where state = 'leased' group by function_id, lane
      ), open as materialized (
        select known.*, ${free}::int + coalesce(used.lanes, 0) as max_hops,
          least(known.total_limit - coalesce(used.busy, 0), known.room_here) as room
        from unnest(${known.map((one) => one.id)}::text[], ${known.map((one) => one.limit ?? 1_000_000)}::int[],
          ${known.map((one) => one.laneLimit ?? 1_000_000)}::int[], ${known.map((one) => cursors.get(one.id) ?? "")}::text[],
          ${known.map((one) => freeOf(one.id))}::int[])
          as known (function_id, total_limit, lane_limit, after_lane, room_here)
        left join (select function_id, sum(busy)::int as busy, count(*)::int as lanes from running group by function_id) as used
          using (function_id)
        where known.total_limit > coalesce(used.busy, 0) and known.room_here > 0
      ), lanes as (
        select open.function_id, first.lane, 1 as hop, open.max_hops from open cross join lateral (
          select lane from engine.jobs where state = 'ready' and function_id = open.function_id and lane > open.after_lane order by lane limit 1
        ) as first
        union all
        select lanes.function_id, next.lane, lanes.hop + 1, lanes.max_hops from lanes cross join lateral (
          select lane from engine.jobs where state = 'ready' and function_id = lanes.function_id and lane > lanes.lane order by lane limit 1
        ) as next
        where lanes.hop < lanes.max_hops
      ), candidates as (
        select job.*, open.room, row_number() over (partition by lanes.function_id, lanes.lane order by job.due_at, job.run_id) as turn
        from lanes join open using (function_id) left join running using (function_id, lane) cross join lateral (
          select function_id, run_id, step_id, due_at from engine.jobs
          where state = 'ready' and function_id = lanes.function_id and lane = lanes.lane
          order by due_at, run_id limit greatest(0, least(open.lane_limit - coalesce(running.busy, 0), open.room))
        ) as job
      ), ranked as (
        select *, row_number() over (partition by function_id order by turn, due_at, run_id) as place from candidates
      ), locked as (
        select job.run_id, job.step_id from engine.jobs as job
        join (select run_id, step_id from ranked where place <= room order by place, due_at limit ${free}::int) as chosen using (run_id, step_id)
        where job.state = 'ready' for update of job skip locked
      )
      update engine.jobs as job
      set state = 'leased', token = ${token}::uuid, due_at = now() + ${leaseMs}::float8 * interval '1 millisecond', is_dirty = false
      from locked where job.run_id = locked.run_id and job.step_id = locked.step_id
      returning job.run_id as "runId", job.step_id as "stepId", job.token, job.function_id as "functionId", job.attempt,
        (select json_object_agg(function_id, lane) from lanes where hop = max_hops) as "lastLanes"`,
  ]);
  // Lanes beyond those that were seen come first next time; where the end was reached, the first ones do.
  cursors.clear();
  for (const [functionId, lane] of Object.entries(rows[0]?.lastLanes ?? {})) cursors.set(functionId, lane);
  return rows.map(({ lastLanes: _, ...job }) => job);
}
