import { sqlClient } from "@/db/client";
import { pendingMigrations } from "@/db/pending-migrations";
import type { Finding } from "./finding";

type Counts = { undispatched: number; overdue: number; jobs: number; unavailable: number; failed: number };

/** Work that lies still for ten minutes though its turn has come, and what failed in the last day. */
export async function checkWork(): Promise<Finding> {
  const name = "Work";
  if ((await pendingMigrations()).length > 0)
    return { name, status: "warning", message: "Not counted: the database waits for its schema." };
  const [counts] = await sqlClient<Counts[]>`
    select
      (select count(*)::int from calls
        where recording_status = 'pending' and dispatched_at is null and updated_at < now() - interval '10 minutes') as undispatched,
      (select count(*)::int from calls
        where recording_status = 'pending' and next_attempt_at < now() - interval '10 minutes'
          and (claimed_until is null or claimed_until < now())) as overdue,
      (select count(*)::int from engine.jobs where state <> 'leased' and due_at < now() - interval '10 minutes') as jobs,
      (select count(*)::int from calls
        where recording_status = 'unavailable' and updated_at > now() - interval '1 day') as unavailable,
      (select count(*)::int from tasks where status = 'failed' and updated_at > now() - interval '1 day') as failed`;
  if (!counts) throw new Error("PostgreSQL counted nothing.");
  const { undispatched, overdue, jobs, unavailable, failed } = counts;
  const lastDay = `In the last day ${unavailable} recordings never became available and ${failed} tasks failed.`;
  if (undispatched + overdue + jobs === 0) return { name, status: "ok", message: `Nothing lies still. ${lastDay}` };
  const still = `${undispatched} calls were not handed on, ${overdue} recordings and ${jobs} engine jobs are overdue by ten minutes or more`;
  return { name, status: "warning", message: `${still}: is npm start or npm run worker running? ${lastDay}` };
}
