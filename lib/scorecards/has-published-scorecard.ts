import { and, eq, exists, isNotNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, scorecards, scorecardVersions } from "@/db/schema";

/** Whether a campaign has a published scorecard, without which its calls can't be audited, as a condition on `campaigns`. */
export function hasPublishedScorecard(): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(scorecards)
      .innerJoin(scorecardVersions, eq(scorecardVersions.scorecardId, scorecards.id))
      .where(and(eq(scorecards.campaignId, campaigns.id), isNotNull(scorecardVersions.number))),
  );
}
