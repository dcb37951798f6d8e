import { and, eq, inArray } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { onNotification } from "@/db/notifications";
import { audits, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { log } from "@/lib/log";

/** What a page may want to show anew. `campaignId` is null when no campaign is named, or when anything may have changed. */
export type Change = { kind: "task" | "delivery" | "job" | "alarm"; campaignId: number | null };

type WatchChangesInput = { viewer: Viewer; onChange: (change: Change) => void };

/** A burst of changes is told as one of each kind and campaign. */
const BURST_MS = 200;

const taskPayload = z.object({ id: z.uuid(), campaignId: z.int() });
const jobPayload = z.object({ userId: z.uuid() });
const deliveryPayload = z.object({ campaignId: z.int().nullable() });
const alarmPayload = z.object({ campaignId: z.int() });

/** Tells of each change that the viewer may see, within a fifth of a second, from whatever process it came. Returns the way to stop. */
export function watchChanges({ viewer, onChange }: WatchChangesInput): () => void {
  const waiting = new Map<string, Change>();
  let ownTaskIds: string[] = [];
  let hasStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const add = (change: Change) => {
    waiting.set(`${change.kind}:${change.campaignId}`, change);
    soon();
  };
  const soon = () => {
    timer ??= setTimeout(() => tell().catch((error: unknown) => log.error({ err: error }, "a change could not be looked up")), BURST_MS);
  };
  const tell = async () => {
    timer = undefined;
    const changes = [...waiting.values()];
    const taskIds = ownTaskIds;
    waiting.clear();
    ownTaskIds = [];
    if (await isAnyOf(taskIds, viewer.operatorId)) changes.push({ kind: "task", campaignId: null });
    if (!hasStopped) for (const change of changes) onChange(change);
  };

  const stopTasks = onNotification("task_changed", (text) => {
    const payload = parse(taskPayload, text);
    if (!payload) return add({ kind: "task", campaignId: null });
    if (viewer.role === "agent") {
      // Whose call it is the notification does not say.
      ownTaskIds.push(payload.id);
      soon();
    } else if (canSee(viewer, payload.campaignId)) {
      add({ kind: "task", campaignId: payload.campaignId });
    }
  });
  const stopDeliveries = onNotification("delivery_received", (text) => {
    if (viewer.role !== "admin" && viewer.role !== "supervisor") return;
    const campaignId = parse(deliveryPayload, text)?.campaignId ?? null;
    if (viewer.role === "admin" || (campaignId !== null && canSee(viewer, campaignId))) add({ kind: "delivery", campaignId });
  });
  const stopJobs = onNotification("job_changed", (text) => {
    const payload = parse(jobPayload, text);
    if (!payload || payload.userId === viewer.userId) add({ kind: "job", campaignId: null });
  });
  const stopAlarms = onNotification("source_alarms_changed", (text) => {
    if (!canSeeReception(viewer)) return;
    const campaignId = parse(alarmPayload, text)?.campaignId ?? null;
    if (campaignId === null || canSee(viewer, campaignId)) add({ kind: "alarm", campaignId });
  });
  return () => {
    hasStopped = true;
    stopJobs();
    stopTasks();
    stopDeliveries();
    stopAlarms();
    clearTimeout(timer);
  };
}

function canSee(viewer: Viewer, campaignId: number): boolean {
  return viewer.role === "admin" || (viewer.role !== "agent" && viewer.campaignIds.includes(campaignId));
}

/** Of what was entered by hand and has no task, the id is the audit's. */
async function isAnyOf(ids: string[], operatorId: string | null): Promise<boolean> {
  if (operatorId === null || ids.length === 0) return false;
  const [own] = await unionAll(
    db
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(inArray(tasks.id, ids), eq(tasks.operatorId, operatorId))),
    db
      .select({ id: audits.id })
      .from(audits)
      .where(and(inArray(audits.id, ids), eq(audits.operatorId, operatorId))),
  ).limit(1);
  return own !== undefined;
}

/** Null for the empty payload, which stands for notifications that were missed while the database was away. */
function parse<Payload>(shape: z.ZodType<Payload>, text: string): Payload | null {
  if (text === "") return null;
  const parsed = shape.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
