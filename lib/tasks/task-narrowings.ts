import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { calls, tasks, taskTags } from "@/db/schema";
import { narrowByOutcome } from "./outcome-narrowing";
import type { ResolvedFilters } from "./task-conditions";
import type { TaskHits } from "./task-id-page";

/** A filter that no column of `tasks` answers. */
export type TaskNarrowing = {
  /** Whether the task at hand is meant: one look into an index for each task. */
  probe: SQL;
  /** All that are meant, through an index; null when they are too many to be asked for by their ids. */
  findHits: () => Promise<TaskHits | null>;
};

/** More than these are not asked for by their ids. */
const MAX_HITS = 10_000;

/** The filters that are answered beside `tasks`: digits of a phone number, tags, and outcomes. */
export function narrowingsOf({ numberDigits, tagIds = [], ...others }: ResolvedFilters): TaskNarrowing[] {
  return [...(numberDigits ? [byNumber(numberDigits)] : []), ...(tagIds.length > 0 ? [byTag(tagIds)] : []), ...narrowByOutcome(others)];
}

function byNumber(digits: string): TaskNarrowing {
  // Written as in the index calls_numbers_trgm_idx, or that would not be used.
  const numbers = sql`(${calls.callingNormalized} || ' ' || ${calls.calledNormalized})`;
  const hasNumber = sql`${calls.recordingStatus} = 'stored' and ${numbers} like ${`%${digits}%`}`;
  return {
    // The limit keeps this a look at one task after the other: the planner would rather ask the index for every call of the digits first.
    probe: sql`(select true from ${calls} where ${calls.id} = ${tasks.callId} and ${hasNumber} limit 1)`,
    findHits: async () =>
      hitsOf(
        "callId",
        await db
          .select({ id: calls.id })
          .from(calls)
          .where(hasNumber)
          .limit(MAX_HITS + 1),
      ),
  };
}

function byTag(tagIds: string[]): TaskNarrowing {
  const isMeant = sql`${taskTags.tagId} = any(${sql.param(tagIds)}::uuid[])`;
  return {
    probe: sql`(select true from ${taskTags} where ${taskTags.taskId} = ${tasks.id} and ${isMeant} limit 1)`,
    findHits: async () =>
      hitsOf(
        "id",
        await db
          .select({ id: taskTags.taskId })
          .from(taskTags)
          .where(isMeant)
          .limit(MAX_HITS + 1),
      ),
  };
}

function hitsOf(column: TaskHits["column"], rows: { id: string }[]): TaskHits | null {
  return rows.length > MAX_HITS ? null : { column, ids: rows.map(({ id }) => id) };
}
