import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Direction } from "@/db/enums";
import { calls, campaigns, recordingAttempts } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCalls } from "./call-access";

export type UnavailableCall = {
  id: string;
  campaignName: string;
  direction: Direction;
  number: string;
  startedAt: Date;
  /** When the recording was given up. */
  givenUpAt: Date;
  attemptCount: number;
  /** Stable code of how the last attempt ended; null when none was made. */
  lastReason: string | null;
  lastDetail: string | null;
};

/** Calls whose recording was given up, the latest first: for those who may order another try. Others see none. */
export async function listUnavailableCalls({ viewer, limit }: { viewer: Viewer; limit: number }): Promise<UnavailableCall[]> {
  if (viewer.role !== "admin" && viewer.role !== "supervisor") return [];
  const lastAttempt = db
    .select({ reason: recordingAttempts.reason, detail: recordingAttempts.detail })
    .from(recordingAttempts)
    .where(eq(recordingAttempts.callId, calls.id))
    .orderBy(desc(recordingAttempts.startedAt))
    .limit(1)
    .as("last_attempt");
  return db
    .select({
      id: calls.id,
      campaignName: campaigns.name,
      direction: calls.direction,
      number: sql<string>`case ${calls.direction} when 'inbound' then ${calls.calling} else ${calls.called} end`,
      startedAt: calls.startedAt,
      givenUpAt: calls.updatedAt,
      attemptCount: calls.recordingAttemptCount,
      lastReason: lastAttempt.reason,
      lastDetail: lastAttempt.detail,
    })
    .from(calls)
    .innerJoin(campaigns, eq(campaigns.id, calls.campaignId))
    .leftJoinLateral(lastAttempt, sql`true`)
    .where(and(visibleCalls(viewer), sql`${calls.recordingStatus} = 'unavailable'`))
    .orderBy(desc(calls.updatedAt), desc(calls.id))
    .limit(limit);
}
