import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Direction } from "@/db/enums";
import { calls, campaigns, operators, recordingAttempts } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { type Cursor, decodeCursor, encodeCursor, MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { visibleCalls } from "./call-access";
import { canSeeReception } from "./can-see-reception";
import type { MissingRecordingStatus } from "./missing-recording-statuses";

export type CallWithoutTask = {
  id: string;
  campaignName: string;
  direction: Direction;
  /** The other party: who called, or who was called. As it came; empty for a hidden caller. */
  number: string;
  /** As the platform sent it, unless we know the operator; null when it named nobody. */
  operatorName: string | null;
  extension: string;
  startedAt: Date;
  attemptCount: number;
  /** When the recording is tried again; null when it is not, or is being tried. */
  nextAttemptAt: Date | null;
  /** Stable code of how the last attempt ended; null when none was made, or for those who may not see how calls are received. */
  lastReason: string | null;
  lastDetail: string | null;
};

export type CallWithoutTaskPage = Page<CallWithoutTask> & {
  /** To be given as `before`; null when this is the first page. */
  previousCursor: string | null;
};

type ListCallsWithoutTaskInput = {
  viewer: Viewer;
  status: MissingRecordingStatus;
  /** `nextCursor` of the page before. A damaged one opens the first page. */
  after?: string | null;
  /** `previousCursor` of the page behind. */
  before?: string | null;
  limit?: number;
};

/** Calls whose recording was given up or is on its way, the newest call first; only those that the viewer may see. */
export async function listCallsWithoutTask(input: ListCallsWithoutTaskInput): Promise<CallWithoutTaskPage> {
  const { viewer, status, limit = 25 } = input;
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const before = decodeCursor(input.before ?? "");
  const place = before ?? decodeCursor(input.after ?? "");
  const isBackwards = before !== null;
  const direction = isBackwards ? asc : desc;
  const lastAttempt = lastAttemptFor(viewer);
  const found = await db
    .select({
      id: calls.id,
      campaignName: campaigns.name,
      direction: calls.direction,
      number: sql<string>`case ${calls.direction} when 'inbound' then ${calls.calling} else ${calls.called} end`,
      operatorName: sql<string | null>`coalesce(${operators.name}, nullif(${calls.operatorName}, ''))`,
      extension: calls.extension,
      startedAt: calls.startedAt,
      attemptCount: calls.recordingAttemptCount,
      nextAttemptAt: calls.nextAttemptAt,
      lastReason: lastAttempt.reason,
      lastDetail: lastAttempt.detail,
    })
    .from(calls)
    .innerJoin(campaigns, eq(campaigns.id, calls.campaignId))
    .leftJoin(operators, eq(operators.id, calls.operatorId))
    .leftJoinLateral(lastAttempt, sql`true`)
    .where(and(visibleCalls(viewer), STATUS_CONDITIONS[status], place ? beyond(place, isBackwards) : undefined))
    .orderBy(direction(calls.startedAt), direction(calls.id))
    .limit(size + 1);

  const kept = found.slice(0, size);
  const items = isBackwards ? kept.reverse() : kept;
  const hasMore = found.length > size;
  const cursorAt = (item: CallWithoutTask | undefined) => (item ? encodeCursor({ at: item.startedAt, id: item.id }) : null);
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1)) : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(items[0]) : null,
  };
}

/** Written out, since a partial index serves no parameter. */
const STATUS_CONDITIONS: Record<MissingRecordingStatus, SQL> = {
  unavailable: sql`${calls.recordingStatus} = 'unavailable'`,
  pending: sql`${calls.recordingStatus} = 'pending'`,
};

function lastAttemptFor(viewer: Viewer) {
  return db
    .select({ reason: recordingAttempts.reason, detail: recordingAttempts.detail })
    .from(recordingAttempts)
    .where(and(eq(recordingAttempts.callId, calls.id), canSeeReception(viewer) ? undefined : sql`false`))
    .orderBy(desc(recordingAttempts.startedAt))
    .limit(1)
    .as("last_attempt");
}

function beyond({ at, id }: Cursor, isBackwards: boolean): SQL {
  const position = sql`(${sql.param(at, calls.startedAt)}, ${id}::uuid)`;
  return isBackwards ? sql`(${calls.startedAt}, ${calls.id}) > ${position}` : sql`(${calls.startedAt}, ${calls.id}) < ${position}`;
}
