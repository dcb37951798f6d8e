import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

/** The tasks that a viewer may see, as a condition on `tasks`; undefined means all of them. */
export function visibleTasks({ role, campaignIds, operatorId }: Viewer): SQL | undefined {
  if (role === "admin") return undefined;
  if (role === "agent") return operatorId === null ? sql`false` : eq(tasks.operatorId, operatorId);
  return campaignIds.length === 0 ? sql`false` : inArray(tasks.campaignId, campaignIds);
}
