import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { audits } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

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

/** The same for an audit that is missing and for one that the viewer may not see. */
export function auditNotFound(): AppError {
  return new AppError("not_found", "There is no such audit.");
}
