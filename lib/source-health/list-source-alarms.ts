import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SourceAlarmKind } from "@/db/enums";
import { campaigns, sourceAlarms } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";

/** `since` is when it went wrong, `createdAt` when it was noticed. `evidence` holds the figures that it was told from. */
export type SourceAlarm = {
  campaignId: number;
  campaignName: string;
  timeZone: string | null;
  supervisorEmails: string[];
  kind: SourceAlarmKind;
  since: Date;
  evidence: Record<string, number>;
  createdAt: Date;
};

/** Three things can be wrong with a source. */
const MAX_ALARMS = 3000;

type ListSourceAlarmsInput = { viewer: Viewer; campaignIds?: number[] };

/** What is wrong with sources now, the worst kind first and the newest of each before: all for admins, their own campaigns' for supervisors, nothing for others. */
export async function listSourceAlarms({ viewer, campaignIds }: ListSourceAlarmsInput): Promise<SourceAlarm[]> {
  if (!canSeeReception(viewer)) return [];
  return db
    .select({
      campaignId: sourceAlarms.campaignId,
      campaignName: campaigns.name,
      timeZone: campaigns.timeZone,
      supervisorEmails: campaigns.supervisorEmails,
      kind: sourceAlarms.kind,
      since: sourceAlarms.since,
      evidence: sourceAlarms.evidence,
      createdAt: sourceAlarms.createdAt,
    })
    .from(sourceAlarms)
    .innerJoin(campaigns, eq(campaigns.id, sourceAlarms.campaignId))
    .where(and(visibleCampaigns(viewer), isNull(campaigns.archivedAt), ofCampaigns(campaignIds)))
    .orderBy(sourceAlarms.kind, desc(sourceAlarms.createdAt), sourceAlarms.campaignId)
    .limit(MAX_ALARMS);
}

function ofCampaigns(ids: number[] | undefined): SQL | undefined {
  if (ids === undefined) return undefined;
  return ids.length === 0 ? sql`false` : inArray(sourceAlarms.campaignId, ids);
}
