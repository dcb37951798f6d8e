import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import type { Channel, Source } from "@/db/enums";
import { campaignSources, campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { listSourceAlarms } from "@/lib/source-health/list-source-alarms";
import { type SourceHealthState, sourceHealthState } from "@/lib/source-health/source-health-state";
import { visibleCampaigns } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import { campaignMatches } from "./campaign-matches";
import type { CampaignArchiveFilter } from "./campaign-state";
import { listCampaignActivity } from "./list-campaign-activity";

/** A row of the list: `lastEventAt` is the newest delivery that named the campaign, `tasksToday` counts since midnight in its time zone. */
export type CampaignListItem = {
  id: number;
  name: string;
  source: Source | null;
  timeZone: string | null;
  archivedAt: Date | null;
  lastEventAt: Date | null;
  tasksToday: number;
  /** Null for those who may not see how calls are received. */
  health: SourceHealthState | null;
};

type ListCampaignsInput = {
  viewer: Viewer;
  channel?: Channel;
  /** Part of a name, in any case, or a campaign's number with or without #. */
  search?: string;
  archived?: CampaignArchiveFilter;
  /** `nextCursor` of the page before; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
  /** The moment that "today" is counted at. */
  now?: Date;
};

/** Campaigns that the viewer may see, newest first. Agents see none. */
export async function listCampaigns(input: ListCampaignsInput): Promise<Page<CampaignListItem>> {
  const { viewer, channel = "calls", search = "", archived = "active", cursor, now = new Date() } = input;
  const limit = Math.min(input.limit ?? 25, MAX_PAGE_SIZE);
  const before = Number(cursor ?? "");
  const rows = await db
    .select({
      id: campaigns.id,
      name: campaigns.name,
      source: campaignSources.source,
      timeZone: campaigns.timeZone,
      archivedAt: campaigns.archivedAt,
    })
    .from(campaigns)
    .leftJoin(campaignSources, eq(campaignSources.campaignId, campaigns.id))
    .where(
      and(
        visibleCampaigns(viewer),
        eq(campaigns.channel, channel),
        campaignMatches(search),
        archivedIs(archived),
        isCampaignId(before) ? lt(campaigns.id, before) : undefined,
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  const ids = items.map(({ id }) => id);
  const [activity, alarms] = await Promise.all([
    listCampaignActivity({ campaigns: items, now }),
    listSourceAlarms({ viewer, campaignIds: ids }),
  ]);
  const healthOf = ({ id, source }: { id: number; source: Source | null }, lastEventAt: Date | null) => {
    const kinds = alarms.filter(({ campaignId }) => campaignId === id).map(({ kind }) => kind);
    return sourceHealthState({ source, hasEvent: lastEventAt !== null, alarms: kinds });
  };
  return {
    items: items.map((item) => {
      const { lastEventAt, tasksToday } = activity.get(item.id) ?? { lastEventAt: null, tasksToday: 0 };
      return { ...item, lastEventAt, tasksToday, health: canSeeReception(viewer) ? healthOf(item, lastEventAt) : null };
    }),
    nextCursor: rows.length > limit ? String(items.at(-1)?.id ?? "") : null,
  };
}

function archivedIs(filter: CampaignArchiveFilter) {
  if (filter === "all") return undefined;
  return filter === "active" ? isNull(campaigns.archivedAt) : isNotNull(campaigns.archivedAt);
}
