import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Channel, Source } from "@/db/enums";
import { campaignSources, campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { campaignNotFound, isCampaignVisible } from "./campaign-access";

/** One campaign as its own page shows it. `timeZone` null means the installation's. */
export type CampaignDetail = {
  id: number;
  name: string;
  channel: Channel;
  description: string;
  timeZone: string | null;
  passingScore: number;
  supervisorEmails: string[];
  /** Null keeps recordings for good. */
  retentionDays: number | null;
  /** In which an audit may be disputed, and a dispute is to be decided. */
  disputeDays: number;
  source: Source | null;
  archivedAt: Date | null;
  createdAt: Date;
};

/** One campaign. Not found for one that is missing and for one that the viewer may not see. */
export async function getCampaign({ viewer, id }: { viewer: Viewer; id: number }): Promise<CampaignDetail> {
  if (!isCampaignVisible(viewer, id)) throw campaignNotFound(id);
  const [campaign] = await db
    .select({
      id: campaigns.id,
      name: campaigns.name,
      channel: campaigns.channel,
      description: campaigns.description,
      timeZone: campaigns.timeZone,
      passingScore: campaigns.passingScore,
      supervisorEmails: campaigns.supervisorEmails,
      retentionDays: campaigns.retentionDays,
      disputeDays: campaigns.disputeDays,
      source: campaignSources.source,
      archivedAt: campaigns.archivedAt,
      createdAt: campaigns.createdAt,
    })
    .from(campaigns)
    .leftJoin(campaignSources, eq(campaignSources.campaignId, campaigns.id))
    .where(eq(campaigns.id, id));
  if (!campaign) throw campaignNotFound(id);
  return campaign;
}
