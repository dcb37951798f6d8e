import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, deliveries, type JobProblem } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { JobAdvance, JobHandler } from "@/lib/jobs/job-handler";
import { decodeCursor, encodeCursor } from "@/lib/pagination";
import { matchingDeliveries, type ResolvedDeliveryFilters, resolveDeliveryFilters, withinSpan } from "./delivery-conditions";
import { findDeliveryIds } from "./find-delivery-ids";
import { type RefusedDeliveries, refusedDeliveries } from "./refused-deliveries";
import { CUT_OFF_REASONS, replayDelivery } from "./replay-delivery";

/** So many share commits, and one step stays short. */
const STEP_SIZE = 25;

/**
 * Takes refused deliveries in once more, the oldest first. One that was replayed before is left to its newest replay, so that each is replayed
 * once however often a step is repeated; one whose body is not whole is left out. Admins only.
 */
export const replayRefusedDeliveries: JobHandler<RefusedDeliveries> = {
  params: refusedDeliveries,
  count: async ({ viewer, params }) => {
    requireAdmin(viewer);
    await refuseMissingCampaign(params);
    const filters = filtersOf(params);
    const [counted] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(deliveries)
      .where(and(matchingDeliveries(filters), withinSpan({ filters, place: null, isDescending: false }), isWhole, isNewest(params)));
    return counted?.count ?? 0;
  },
  advance: async ({ viewer, params, position, jobId }) => {
    requireAdmin(viewer);
    const ids = await findDeliveryIds({
      filters: filtersOf(params),
      isDescending: false,
      place: decodeCursor(position ?? ""),
      rowCount: STEP_SIZE,
    });
    const found = await db
      .select({
        id: deliveries.id,
        receivedAt: deliveries.receivedAt,
        isDue: sql<boolean>`${and(isWhole, isNewest(params))}`,
        isDone: hasReplay,
      })
      .from(deliveries)
      .where(inArray(deliveries.id, ids))
      .orderBy(deliveries.receivedAt, deliveries.id);
    const due = found.filter(({ isDue }) => isDue);
    const outcomes = await Promise.all(due.map(({ id, isDone }) => (isDone ? null : replayOne(viewer, { id, params, jobId }))));
    const problems = outcomes.filter((outcome) => outcome !== null);
    const last = found.at(-1);
    return {
      doneCount: due.length - problems.length,
      problems,
      position: last && ids.length === STEP_SIZE ? encodeCursor({ at: last.receivedAt, id: last.id }) : null,
    } satisfies JobAdvance;
  },
};

// Written out: of a single table drizzle selects columns without its name, and here there are two of them.
const replaysOf = sql`select from deliveries as replays where replays.replay_of = deliveries.id`;

const isWhole = sql`not ${inArray(deliveries.reason, CUT_OFF_REASONS)}`;
const hasReplay = sql<boolean>`exists (${replaysOf})`;

/** Nothing repeated it when the job was ordered. */
function isNewest({ receivedBefore }: RefusedDeliveries): SQL {
  return sql`not exists (${replaysOf} and replays.received_at < ${sql.param(new Date(receivedBefore), deliveries.receivedAt)})`;
}

function filtersOf({ receivedFrom, receivedBefore, ...filters }: RefusedDeliveries): ResolvedDeliveryFilters {
  return {
    ...resolveDeliveryFilters(filters),
    verdicts: ["refused"],
    receivedFrom: receivedFrom === null ? undefined : new Date(receivedFrom),
    receivedBefore: new Date(receivedBefore),
  };
}

async function refuseMissingCampaign({ toCampaignId }: RefusedDeliveries): Promise<void> {
  if (toCampaignId === null) return;
  const found = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, toCampaignId));
  if (found.length === 0) throw new AppError("not_found", `There is no Campaign ID #${toCampaignId}.`);
}

/** Null when it was taken in; else why not. What is no fault of this delivery ends the step, which is tried again. */
async function replayOne(
  viewer: Viewer,
  { id, params: { toCampaignId }, jobId }: { id: string; params: RefusedDeliveries; jobId: string },
): Promise<JobProblem | null> {
  try {
    const { status, body } = await replayDelivery({ actor: viewer, id, campaignId: toCampaignId ?? undefined, jobId });
    return status < 400 ? null : { objectId: id, message: messageOf(body) };
  } catch (error) {
    if (error instanceof AppError && !error.isRetriable) return { objectId: id, message: error.message };
    throw error;
  }
}

function messageOf({ error }: Record<string, unknown>): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : "It was refused again.";
}
