import { and, count, desc, eq, gte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { calls, campaigns, deliveries, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCalls } from "@/lib/calls/call-access";
import { startOfDay } from "@/lib/calls/start-of-day";
import { env } from "@/lib/env";
import { visibleTasks } from "@/lib/tasks/task-access";

const UNAVAILABLE_DAYS = 7;

export type Overview = {
  /** Tasks made since midnight in the installation's time zone. */
  tasksToday: number;
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
  const someDaysAgo = new Date(now.getTime() - UNAVAILABLE_DAYS * 24 * 60 * 60 * 1000);
  const [tasksToday, waitingRecordings, unavailableRecordings, lastDeliveryAt, [campaign]] = await Promise.all([
    db.$count(tasks, and(visibleTasks(viewer), gte(tasks.createdAt, today))),
    countCalls(and(visibleCalls(viewer), sql`${calls.recordingStatus} = 'pending'`)),
    countCalls(and(visibleCalls(viewer), sql`${calls.recordingStatus} = 'unavailable'`, gte(calls.updatedAt, someDaysAgo))),
    findLastDeliveryAt(viewer),
    db.select({ id: campaigns.id }).from(campaigns).limit(1),
  ]);
  return { tasksToday, waitingRecordings, unavailableRecordings, lastDeliveryAt, hasCampaigns: campaign !== undefined };
}

async function countCalls(condition: SQL | undefined): Promise<number> {
  const [row] = await db.select({ count: count() }).from(calls).where(condition);
  return row?.count ?? 0;
}

async function findLastDeliveryAt({ role, campaignIds }: Viewer): Promise<Date | null> {
  if (role !== "admin" && role !== "supervisor") return null;
  const newest = (condition: SQL | undefined) =>
    db.select({ at: deliveries.receivedAt }).from(deliveries).where(condition).orderBy(desc(deliveries.receivedAt)).limit(1);
  if (role === "admin") return (await newest(undefined))[0]?.at ?? null;
  const ofEach = await Promise.all(campaignIds.map((id) => newest(eq(deliveries.campaignId, id))));
  return ofEach.flat().reduce<Date | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
}
