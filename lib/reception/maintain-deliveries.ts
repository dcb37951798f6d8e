import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";

const MONTHS_AHEAD = 2;

type MaintainDeliveriesInput = { now?: Date; retentionDays?: number };
/** Names of the partitions that were made and dropped. */
export type MaintainedDeliveries = { made: string[]; dropped: string[] };

/**
 * Keeps a partition of deliveries ready for this month and the next two, and drops the months whose last delivery is older than the
 * retention. Idempotent; one process at a time. A month whose deliveries already lie in the default partition stays there.
 */
export async function maintainDeliveries({
  now = new Date(),
  retentionDays = env.DELIVERY_RETENTION_DAYS,
}: MaintainDeliveriesInput = {}): Promise<MaintainedDeliveries> {
  return sqlClient.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.deliveryMaintenance})`;
    const existing = await listPartitions(transaction);
    const wanted = Array.from({ length: MONTHS_AHEAD + 1 }, (_, offset) => monthOf(now, offset));
    const made: string[] = [];
    for (const month of wanted) {
      if (existing.includes(month.partition) || (await hasStrays(transaction, month))) continue;
      await transaction.unsafe(
        `create table ${month.partition} partition of deliveries for values from ('${month.start.toISOString()}') to ('${month.end.toISOString()}')`,
      );
      made.push(month.partition);
    }
    const oldest = new Date(now.getTime() - retentionDays * 86_400_000);
    const dropped = existing.filter((partition) => endOf(partition) <= oldest);
    for (const partition of dropped) await transaction.unsafe(`drop table ${partition}`);
    await transaction`delete from deliveries_default where received_at < ${oldest}`;
    await transaction`delete from unauthorized_requests where hour < ${oldest}`;
    return { made, dropped };
  });
}

type Month = { partition: string; start: Date; end: Date };

function monthOf(now: Date, offset: number): Month {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset));
  const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset + 1));
  return { partition: `deliveries_${start.toISOString().slice(0, 7).replace("-", "_")}`, start, end };
}

/** End of the month that a partition's name says, exclusive. */
function endOf(partition: string): Date {
  const [, year, month] = /^deliveries_(\d{4})_(\d{2})$/.exec(partition) ?? [];
  return new Date(Date.UTC(Number(year), Number(month)));
}

async function listPartitions(transaction: TransactionSql): Promise<string[]> {
  const rows = await transaction<{ name: string }[]>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'deliveries'::regclass and c.relname ~ '^deliveries_\\d{4}_\\d{2}$' order by c.relname`;
  return rows.map(({ name }) => name);
}

async function hasStrays(transaction: TransactionSql, { start, end }: Month): Promise<boolean> {
  const rows = await transaction`select 1 from deliveries_default where received_at >= ${start} and received_at < ${end} limit 1`;
  return rows.length > 0;
}
