import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { scorecards, scorecardVersions } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isCampaignVisible } from "@/lib/campaigns/campaign-access";
import { AppError } from "@/lib/errors";
import { readVersionCriteria } from "./read-version-criteria";
import { mayEditScorecard } from "./scorecard-access";
import type { ScorecardContent } from "./scorecard-content";

/** A version by its number, or the draft. */
export type VersionName = number | "draft";

type GetVersionContentInput = { viewer: Viewer; campaignId: number; version: VersionName };

/** What a version of a campaign's scorecard asks. Not found for one that is missing or of a campaign out of sight, and for drafts that one may not edit. */
export async function getVersionContent({ viewer, campaignId, version }: GetVersionContentInput): Promise<ScorecardContent> {
  const mayRead = isCampaignVisible(viewer, campaignId) && (version !== "draft" || mayEditScorecard(viewer, campaignId));
  const [found] = mayRead
    ? await db
        .select({ id: scorecardVersions.id })
        .from(scorecardVersions)
        .innerJoin(scorecards, eq(scorecards.id, scorecardVersions.scorecardId))
        .where(
          and(
            eq(scorecards.campaignId, campaignId),
            version === "draft" ? isNull(scorecardVersions.number) : eq(scorecardVersions.number, version),
          ),
        )
    : [];
  if (!found) throw new AppError("not_found", "There is no such version of the scorecard.");
  return readVersionCriteria(found.id, db);
}
