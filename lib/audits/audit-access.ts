import { and, eq, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import { audits } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { hasCallsToCalibrate, isHiddenForCalibration } from "./calibration-access";

/** True for those who fill in and correct audits of the calls that they see. */
export function canAudit({ role }: Viewer): boolean {
  return role !== "agent";
}

/** True for those who sign audits off and take that back. */
export function canValidate({ role }: Viewer): boolean {
  return role === "admin" || role === "supervisor";
}

/**
 * The audits that a viewer may see, as a condition on `audits`; undefined means all of them. Agents see what was completed of their own calls.
 * Auditors see of calibrations their own part alone, so that nobody is led by another.
 */
export function visibleAudits({ role, userId, campaignIds, operatorId }: Viewer): SQL | undefined {
  if (role === "admin") return undefined;
  if (role === "agent") {
    return operatorId === null ? sql`false` : and(eq(audits.operatorId, operatorId), eq(audits.kind, "quality"), ne(audits.status, "open"));
  }
  if (campaignIds.length === 0) return sql`false`;
  const ofCampaigns = inArray(audits.campaignId, campaignIds);
  return role === "supervisor" ? ofCampaigns : and(ofCampaigns, or(eq(audits.kind, "quality"), eq(audits.auditorId, userId)));
}

/**
 * The audits whose answers a viewer may read, as a condition on `audits`: those that they may see, but for what others and the machine judged of a
 * call that the viewer has still to calibrate. For one audit; lists take readableAuditsOfList.
 */
export function readableAudits(viewer: Viewer): SQL | undefined {
  return viewer.role === "agent" ? visibleAudits(viewer) : and(visibleAudits(viewer), not(isHiddenForCalibration(viewer)));
}

/** The same for lists: no row is asked where the viewer has nothing to calibrate. */
export async function readableAuditsOfList(viewer: Viewer): Promise<SQL | undefined> {
  return (await hasCallsToCalibrate(viewer)) ? readableAudits(viewer) : visibleAudits(viewer);
}

/** The same for an audit that is missing and for one that the viewer may not see. */
export function auditNotFound(): AppError {
  return new AppError("not_found", "There is no such audit.");
}
