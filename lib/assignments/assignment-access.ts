import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { samples } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isCampaignVisible } from "@/lib/campaigns/campaign-access";
import { AppError } from "@/lib/errors";

/** True for those who draw samples of whatever campaigns they have. */
export function canDraw({ role }: Viewer): boolean {
  return role === "admin" || role === "supervisor";
}

/** True for those who may draw samples of a campaign, and see and change those that there are. */
export function maySample(viewer: Viewer, campaignId: number): boolean {
  return canDraw(viewer) && isCampaignVisible(viewer, campaignId);
}

/** True for those who can be given calls to audit. */
export function canHaveQueue({ role }: Viewer): boolean {
  return role !== "agent";
}

/** The samples that a viewer may see, as a condition on `samples`; undefined means all of them. */
export function visibleSamples(viewer: Viewer): SQL | undefined {
  if (viewer.role === "admin") return undefined;
  return canDraw(viewer) && viewer.campaignIds.length > 0 ? inArray(samples.campaignId, viewer.campaignIds) : sql`false`;
}

/** One sample, if the viewer may see it, as a condition on `samples`; none for what is no id. */
export function visibleSample(viewer: Viewer, id: string): SQL | undefined {
  return z.uuid().safeParse(id).success ? and(eq(samples.id, id), visibleSamples(viewer)) : sql`false`;
}

/** The same for a sample that is missing and for one that the viewer may not see. */
export function sampleNotFound(): AppError {
  return new AppError("not_found", "There is no such sample.");
}

/** The same for a call that is in nobody's queue and for one in another's. */
export function assignmentNotFound(): AppError {
  return new AppError("not_found", "There is no such call in the queue.");
}
