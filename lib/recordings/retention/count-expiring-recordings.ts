import { sqlClient } from "@/db/client";

/** Counting stops here: whoever is warned needs to know that there are many, not how many exactly. */
export const MAX_EXPIRING_COUNT = 10_000;

type CountExpiringRecordingsInput = { campaignId: number; retentionDays: number; now?: Date };

/** How many recordings of a campaign the next round would delete if it kept them for so many days; MAX_EXPIRING_COUNT also for more. */
export async function countExpiringRecordings({
  campaignId,
  retentionDays,
  now = new Date(),
}: CountExpiringRecordingsInput): Promise<number> {
  const [row] = await sqlClient<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from calls join recordings on recordings.call_id = calls.id
      where calls.campaign_id = ${campaignId} and recordings.deleted_at is null
        and recordings.created_at < ${now}::timestamptz - make_interval(days => ${retentionDays}) limit ${MAX_EXPIRING_COUNT}
    ) as expiring`;
  return row?.count ?? 0;
}
