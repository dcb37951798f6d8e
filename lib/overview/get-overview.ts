import { and, count, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { db, sqlClient } from "@/db/client";
import { calls, campaigns, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCalls } from "@/lib/calls/call-access";
import { startOfDay } from "@/lib/calls/start-of-day";
import { env } from "@/lib/env";
import { visibleTasks } from "@/lib/tasks/task-access";

const DAY_MS = 24 * 60 * 60 * 1000;
const TROUBLE_DAYS = 7;

export type Overview = {
  /** Tasks made since midnight in the installation's time zone. */
  tasksToday: number;
  /** Tasks that had been made yesterday by this time of the day. */
  tasksYesterday: number;
  /** Tasks made within the last seven days that failed. */
  failedTasks: number;
  /** Calls whose recording is being fetched. */
  waitingRecordings: number;
  /** Calls whose recording was given up within the last seven days. */
  unavailableRecordings: number;
  /** When a platform last sent something; null when none has, or for those who may not see how calls are received. */
  lastDeliveryAt: Date | null;
  /** False on an installation where nothing can arrive yet. */
  hasCampaigns: boolean;
};

/** The state of things in numbers, counted over what the viewer may see. `now` is the moment that today is told from. */
export async function getOverview({ viewer, now = new Date() }: { viewer: Viewer; now?: Date }): Promise<Overview> {
  const today = startOfDay({ now, timeZone: env.TIME_ZONE });
  const yesterday = startOfDay({ now: new Date(today.getTime() - DAY_MS / 2), timeZone: env.TIME_ZONE });
  const yesterdayNow = new Date(yesterday.getTime() + now.getTime() - today.getTime());
  const someDaysAgo = new Date(now.getTime() - TROUBLE_DAYS * DAY_MS);
  const [tasksToday, tasksYesterday, failedTasks, waitingRecordings, unavailableRecordings, lastDeliveryAt, [campaign]] = await Promise.all(
    [
      db.$count(tasks, and(visibleTasks(viewer), gte(tasks.createdAt, today))),
      db.$count(tasks, and(visibleTasks(viewer), gte(tasks.createdAt, yesterday), lt(tasks.createdAt, yesterdayNow))),
      db.$count(tasks, and(visibleTasks(viewer), eq(tasks.status, "failed"), gte(tasks.createdAt, someDaysAgo))),
      countCalls(and(visibleCalls(viewer), sql`${calls.recordingStatus} = 'pending'`)),
      countCalls(and(visibleCalls(viewer), sql`${calls.recordingStatus} = 'unavailable'`, gte(calls.updatedAt, someDaysAgo))),
      findLastDeliveryAt(viewer),
      db.select({ id: campaigns.id }).from(campaigns).limit(1),
    ],
  );
  return {
    tasksToday,
    tasksYesterday,
    failedTasks,
    waitingRecordings,
    unavailableRecordings,
    lastDeliveryAt,
    hasCampaigns: campaign !== undefined,
  };
}

async function countCalls(condition: SQL | undefined): Promise<number> {
  const [row] = await db.select({ count: count() }).from(calls).where(condition);
  return row?.count ?? 0;
}

async function findLastDeliveryAt({ role, campaignIds }: Viewer): Promise<Date | null> {
  if (role !== "admin" && role !== "supervisor") return null;
  // One index read a campaign: the largest of them all would be looked for among everybody's.
  const [row] = await (role === "admin"
    ? sqlClient<{ at: Date | null }[]>`select max(received_at) as at from deliveries`
    : sqlClient<{ at: Date | null }[]>`
        select max((select max(received_at) from deliveries where campaign_id = own.id)) as at from unnest(${campaignIds}::int[]) as own(id)`);
  return row?.at ?? null;
}
