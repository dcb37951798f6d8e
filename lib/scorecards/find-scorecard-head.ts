import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";

/** Where a campaign's scorecard stands: its draft, else its latest published version; `number` null is a draft, `versionId` null neither. */
export type ScorecardHead = { scorecardId: string | null; versionId: string | null; revision: number; number: number | null };

/** The version that a change of a campaign's scorecard begins with. */
export async function findScorecardHead(campaignId: number, from: Database | Transaction): Promise<ScorecardHead> {
  const [head] = await from.execute<ScorecardHead>(sql`
    select scorecards.id as "scorecardId", versions.id as "versionId", coalesce(versions.revision, 0) as revision, versions.number
    from scorecards left join scorecard_versions as versions on versions.scorecard_id = scorecards.id
    where scorecards.campaign_id = ${campaignId} order by versions.number desc nulls first limit 1`);
  return head ?? { scorecardId: null, versionId: null, revision: 0, number: null };
}
