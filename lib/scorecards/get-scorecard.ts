import { asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { scorecards, scorecardVersions, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { campaignNotFound, isCampaignVisible } from "@/lib/campaigns/campaign-access";
import { mayEditScorecard } from "./scorecard-access";
import type { ScorecardSeen } from "./scorecard-seen";

/** Counting a version's audits stops here. */
export const MAX_COUNTED_AUDITS = 10_000;
/** So many versions are listed, from the newest on. */
export const MAX_LISTED_VERSIONS = 200;

export type PublishedVersion = {
  number: number;
  note: string;
  publishedAt: Date;
  /** Null for the installation itself. */
  publishedByName: string | null;
  /** MAX_COUNTED_AUDITS also for more. */
  auditCount: number;
};

/** Where a campaign's scorecard stands, for one viewer. */
export type ScorecardState = {
  mayEdit: boolean;
  /** What a change begins with; see ScorecardSeen. */
  seen: ScorecardSeen;
  /** When the draft was saved last; null without a draft, and for those who may not edit. */
  draftSavedAt: Date | null;
  /** Newest first. The first is what audits use. */
  versions: PublishedVersion[];
};

/** The state of a campaign's scorecard with its published versions. Not found for a campaign that the viewer may not see. */
export async function getScorecard({ viewer, campaignId }: { viewer: Viewer; campaignId: number }): Promise<ScorecardState> {
  if (!isCampaignVisible(viewer, campaignId)) throw campaignNotFound(campaignId);
  const rows = await db
    .select({
      id: scorecardVersions.id,
      number: scorecardVersions.number,
      note: scorecardVersions.note,
      revision: scorecardVersions.revision,
      publishedAt: scorecardVersions.publishedAt,
      publishedByName: users.name,
      updatedAt: scorecardVersions.updatedAt,
      auditCount: sql<number>`(select count(*)::int from (select 1 from audits where audits.version_id = ${scorecardVersions.id} limit ${sql.raw(String(MAX_COUNTED_AUDITS))}) as counted)`,
    })
    .from(scorecardVersions)
    .innerJoin(scorecards, eq(scorecards.id, scorecardVersions.scorecardId))
    .leftJoin(users, eq(users.id, scorecardVersions.publishedBy))
    .where(eq(scorecards.campaignId, campaignId))
    .orderBy(desc(sql`${scorecardVersions.number} is null`), desc(scorecardVersions.number), asc(scorecardVersions.id))
    .limit(MAX_LISTED_VERSIONS + 1);
  const mayEdit = mayEditScorecard(viewer, campaignId);
  const visible = rows.filter(({ number }) => mayEdit || number !== null);
  const [head] = visible;
  return {
    mayEdit,
    seen: { versionId: head?.id ?? null, revision: head?.revision ?? 0 },
    draftSavedAt: head?.number === null ? head.updatedAt : null,
    versions: visible.flatMap(({ number, publishedAt, note, publishedByName, auditCount }) =>
      number === null || publishedAt === null ? [] : [{ number, publishedAt, note, publishedByName, auditCount }],
    ),
  };
}
