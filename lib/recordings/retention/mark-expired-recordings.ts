import { sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Transaction } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";

/** Where a round has come to: everything taken in before it has been looked at. Plain JSON. */
export type RetentionPlace = { createdAt: string; id: string };

type MarkExpiredRecordingsInput = {
  /** `next` of the batch before; null begins with the oldest. */
  after?: RetentionPlace | null;
  now?: Date;
  /** How many kept recordings are looked at. */
  limit?: number;
};

/** `next` null: there is nothing more to look at. */
export type MarkedRecordings = { next: RetentionPlace | null; deletedCount: number };

const batchShape = z.object({
  last: z.object({ createdAt: z.string(), id: z.uuid() }).nullable(),
  seenCount: z.number(),
  campaigns: z.array(
    z.object({ id: z.number(), name: z.string(), retentionDays: z.number(), count: z.number(), sizeBytes: z.coerce.number() }),
  ),
});

/**
 * Goes through a batch of kept recordings, oldest first, and marks as deleted those that are older than their campaign keeps them. From that
 * commit on nobody hears them; their files are removed by releaseRecordingFiles. One audit entry for each campaign of the batch, with how many.
 */
export async function markExpiredRecordings(input: MarkExpiredRecordingsInput = {}): Promise<MarkedRecordings> {
  const { after = null, now = new Date(), limit = 20_000 } = input;
  return db.transaction(async (transaction) => {
    const { last, seenCount, campaigns } = await markBatch(transaction, { after, now, limit });
    for (const { id, name, ...details } of campaigns) {
      await recordAuditEntry(
        { actor: "system", action: "recording.deleted", object: { kind: "campaign", id, name }, details },
        transaction,
      );
    }
    const deletedCount = campaigns.reduce((sum, { count }) => sum + count, 0);
    return { next: seenCount === limit ? last : null, deletedCount };
  });
}

/** Only what is older than the shortest retention is read, in the order of recordings_kept_created_idx. */
async function markBatch(transaction: Transaction, { after, now, limit }: Required<MarkExpiredRecordingsInput>) {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const place = after ? sql`and (created_at, id) > (${after.createdAt}::timestamptz, ${after.id}::uuid)` : sql``;
  const [row] = await transaction.execute(sql`
    with seen as materialized (
      select id, call_id, created_at from recordings
      where deleted_at is null ${place}
        and created_at < ${moment} - make_interval(days => (select min(retention_days) from campaigns))
      order by created_at, id limit ${limit}
    ), due as (
      select recordings.id, campaigns.id as campaign_id, campaigns.name, campaigns.retention_days
      from seen join calls on calls.id = seen.call_id join campaigns on campaigns.id = calls.campaign_id
        join recordings on recordings.id = seen.id
      where recordings.deleted_at is null and seen.created_at < ${moment} - make_interval(days => campaigns.retention_days)
      for update of recordings skip locked
    ), marked as (
      update recordings set deleted_at = ${moment} from due where recordings.id = due.id
      returning due.campaign_id as id, due.name, due.retention_days as "retentionDays", recordings.size_bytes
    ), of_campaigns as (
      select id, name, "retentionDays", count(*)::int as count, sum(size_bytes)::text as "sizeBytes"
      from marked group by id, name, "retentionDays" order by id
    )
    select (select count(*)::int from seen) as "seenCount",
      (select json_build_object('createdAt', created_at::text, 'id', id) from seen order by created_at desc, id desc limit 1) as last,
      coalesce((select json_agg(of_campaigns) from of_campaigns), '[]'::json) as campaigns`);
  return batchShape.parse(row);
}
