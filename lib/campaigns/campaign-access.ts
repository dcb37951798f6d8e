import { inArray, type SQL, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { isCampaignId } from "./campaign-id";

/** True for those who have campaigns to look at: agents see their own calls, never a campaign. */
export function canSeeCampaigns(viewer: Viewer): boolean {
  return viewer.role !== "agent";
}

/** The campaigns that a viewer may see, as a condition on `campaigns`; undefined means all of them. */
export function visibleCampaigns(viewer: Viewer): SQL | undefined {
  if (viewer.role === "admin") return undefined;
  if (!canSeeCampaigns(viewer) || viewer.campaignIds.length === 0) return sql`false`;
  return inArray(campaigns.id, viewer.campaignIds);
}

/** True when the viewer may see the campaign of this number, if there is one. */
export function isCampaignVisible(viewer: Viewer, id: number): boolean {
  if (!isCampaignId(id) || !canSeeCampaigns(viewer)) return false;
  return viewer.role === "admin" || viewer.campaignIds.includes(id);
}

/** The same for a campaign that is missing and for one that the viewer may not see. */
export function campaignNotFound(id: number): AppError {
  return new AppError("not_found", `There is no campaign ${id}.`);
}
