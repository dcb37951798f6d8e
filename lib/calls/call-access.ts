import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { calls } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

/** The calls that a viewer may see, as a condition on `calls`; undefined means all of them. */
export function visibleCalls({ role, campaignIds, operatorId }: Viewer): SQL | undefined {
  if (role === "admin") return undefined;
  if (role === "agent") return operatorId === null ? sql`false` : eq(calls.operatorId, operatorId);
  return campaignIds.length === 0 ? sql`false` : inArray(calls.campaignId, campaignIds);
}
