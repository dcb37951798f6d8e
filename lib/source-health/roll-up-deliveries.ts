import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { sqlClient } from "@/db/client";
import { HOUR_MS } from "./hour-of-week";
import { readRollUpPosition, writeRollUpPosition } from "./roll-up-position";

/** How long after its end an hour is taken to be complete: deliveries carry the time of their arrival, and are committed after it. */
const SETTLING_MS = 2 * 60_000;
/** Hours that are counted again, in case a delivery was committed very late. */
const OVERLAP_HOURS = 1;
/** What one run reads, beyond the hour that it has begun. A long history takes several runs. */
const MAX_DELIVERIES = 200_000;

type RollUpDeliveriesInput = { now?: Date; maxDeliveries?: number };

/**
 * Counts the deliveries of hours that are over into delivery_hours, from where the last run ended. Idempotent; one process at a time, another
 * returns at once. Sample calls count, since they come by the source's own way; replays do not, since a person sends them. Returns the hour
 * up to which all is counted, exclusive.
 */
export async function rollUpDeliveries({
  now = new Date(),
  maxDeliveries = MAX_DELIVERIES,
}: RollUpDeliveriesInput = {}): Promise<Date | null> {
  return sqlClient.begin(async (transaction) => {
    const [lock] = await transaction<{ isMine: boolean }[]>`
      select pg_try_advisory_xact_lock(${ADVISORY_LOCKS.deliveryRollUp}) as "isMine"`;
    const position = await readRollUpPosition(transaction);
    const finished = floorToHour(now.getTime() - SETTLING_MS);
    if (!lock?.isMine || (position !== null && position >= finished)) return position;
    const from = await findFirstHour(transaction, position);
    const until = from === null || from >= finished ? finished : await findLastHour(transaction, from, finished, maxDeliveries);
    if (from !== null && from < until) await countHours(transaction, from, until);
    await writeRollUpPosition(transaction, until);
    return until;
  });
}

/** The hour of the first delivery that is to be counted; null when there is none. */
async function findFirstHour(transaction: TransactionSql, position: Date | null): Promise<Date | null> {
  const from = position === null ? new Date(0) : new Date(position.getTime() - OVERLAP_HOURS * HOUR_MS);
  const [row] = await transaction<{ at: Date | null }[]>`select min(received_at) as at from deliveries where received_at >= ${from}`;
  return row?.at ? floorToHour(row.at.getTime()) : null;
}

/** Where a run must end to keep its bounds, at least one hour beyond those that were counted before. */
async function findLastHour(transaction: TransactionSql, from: Date, finished: Date, maxDeliveries: number): Promise<Date> {
  const [row] = await transaction<{ at: Date }[]>`
    select received_at as at from deliveries where received_at >= ${from} and received_at < ${finished}
    order by received_at offset ${maxDeliveries} limit 1`;
  if (!row) return finished;
  const least = from.getTime() + (OVERLAP_HOURS + 1) * HOUR_MS;
  return new Date(Math.min(Math.max(floorToHour(row.at.getTime()).getTime(), least), finished.getTime()));
}

async function countHours(transaction: TransactionSql, from: Date, until: Date): Promise<void> {
  await transaction`
    insert into delivery_hours (campaign_id, hour, accepted, duplicate, ignored, refused)
    select d.campaign_id, date_trunc('hour', d.received_at, 'UTC'),
      count(*) filter (where verdict = 'accepted'), count(*) filter (where verdict = 'duplicate'),
      count(*) filter (where verdict = 'ignored'), count(*) filter (where verdict = 'refused')
    from deliveries d join campaigns c on c.id = d.campaign_id
    where d.received_at >= ${from} and d.received_at < ${until} and d.replay_of is null
    group by 1, 2
    on conflict (campaign_id, hour) do update set
      accepted = excluded.accepted, duplicate = excluded.duplicate, ignored = excluded.ignored, refused = excluded.refused`;
}

function floorToHour(milliseconds: number): Date {
  return new Date(Math.floor(milliseconds / HOUR_MS) * HOUR_MS);
}
