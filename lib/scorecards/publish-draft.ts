import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { scorecardVersions } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { findScorecardHead } from "./find-scorecard-head";
import { findScorecardProblems } from "./find-scorecard-problems";
import { readVersionCriteria } from "./read-version-criteria";
import { recordScorecardEntry } from "./record-scorecard-entry";
import { requireDraft } from "./require-draft";
import { lockCampaignOfScorecard } from "./scorecard-access";
import { ScorecardUnready } from "./scorecard-errors";
import type { ScorecardSeen } from "./scorecard-seen";

type PublishDraftInput = { actor: Actor; campaignId: number; seen: ScorecardSeen; note?: string };

/**
 * Makes the campaign's draft its next version, which stays as it is; audits that are opened from now on use it. Numbers follow one another
 * without gaps, whoever publishes at once. For admins and the campaign's supervisors; not found for others. ScorecardChanged as for discardDraft;
 * ScorecardUnready while something keeps it from being published.
 */
export async function publishDraft({ actor, campaignId, seen, note = "" }: PublishDraftInput): Promise<{ number: number }> {
  return db.transaction(async (transaction) => {
    const { name } = await lockCampaignOfScorecard({ transaction, actor, campaignId });
    const versionId = requireDraft(await findScorecardHead(campaignId, transaction), seen);
    const problems = findScorecardProblems(await readVersionCriteria(versionId, transaction));
    if (problems.length > 0) throw new ScorecardUnready(problems);
    const now = new Date();
    const [published] = await transaction
      .update(scorecardVersions)
      .set({
        number: sql`(select coalesce(max(earlier.number), 0) + 1 from scorecard_versions as earlier where earlier.scorecard_id = ${scorecardVersions.scorecardId})`,
        ...{ note, publishedAt: now, updatedAt: now, publishedBy: actor === "system" ? null : actor.userId },
      })
      .where(eq(scorecardVersions.id, versionId))
      .returning({ number: sql<number>`${scorecardVersions.number}` });
    if (!published) throw new Error("The draft went away while it was locked.");
    const { number } = published;
    await recordScorecardEntry({ actor, action: "scorecard.published", campaignId, name, details: { number, note } }, transaction);
    return { number };
  });
}
