import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";

export type LatestVersion = { versionId: string; number: number };

/** The version that audits of a campaign use; null where none is published, and its calls can't be audited. */
export async function findLatestVersion(campaignId: number, from: Database | Transaction): Promise<LatestVersion | null> {
  const [latest] = await from.execute<LatestVersion>(sql`
    select versions.id as "versionId", versions.number from scorecards
      join scorecard_versions as versions on versions.scorecard_id = scorecards.id and versions.number is not null
    where scorecards.campaign_id = ${campaignId} order by versions.number desc limit 1`);
  return latest ?? null;
}
