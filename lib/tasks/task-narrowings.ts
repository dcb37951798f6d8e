import { type SQL, sql } from "drizzle-orm";
import { calls, segments, taskTags } from "@/db/schema";
import { likePattern } from "@/lib/like-pattern";
import { saidCondition } from "@/lib/transcripts/search-transcripts";
import { narrowByOutcome } from "./outcome-narrowing";
import type { ResolvedFilters } from "./task-conditions";

/** Where the ids of a task and of its call stand in a statement. */
export type TaskKeys = { id: SQL; callId: SQL };

/** A filter that no column of `tasks` answers. */
export type TaskNarrowing = {
  /** Whether the task at hand is meant: one look into an index for each task. */
  probe: (task: TaskKeys) => SQL;
  /** How many rows such a look reads, where it is more than one. */
  probedRows?: number;
  /** All that are meant, through an index: a query of `id`, which is that of the task or of its call. */
  hits: { column: "id" | "callId"; query: SQL };
};

/**
 * As many digits as an index is asked for: the last of a number are those that few others share, while each three of an area code cost a
 * walk through every call of the area.
 */
const TELLING_DIGITS = 8;

/** Lines of a call that is neither short nor long. */
const USUAL_SEGMENTS = 25;

/** The filters that are answered beside `tasks`: tags, outcomes, and digits of a phone number. Those that cost least come first. */
export function narrowingsOf({ numberDigits, tagIds = [], ...others }: ResolvedFilters): TaskNarrowing[] {
  return [...(tagIds.length > 0 ? [byTag(tagIds)] : []), ...narrowByOutcome(others), ...(numberDigits ? [byNumber(numberDigits)] : [])];
}

/** Tasks in whose recording somebody says a text: what it means beside a name. */
export function narrowBySpeech(text: string): TaskNarrowing[] {
  const isSaid = saidCondition(text);
  if (!isSaid) return [];
  return [
    {
      // The offset keeps this a look at the lines of one task after the other: the planner would rather ask the index for the words each time.
      probe: ({ id }) =>
        sql`(select true from (select * from ${segments} where ${segments.taskId} = ${id} offset 0) as ${sql.identifier("segments")} where ${isSaid} limit 1)`,
      probedRows: USUAL_SEGMENTS,
      hits: { column: "id", query: sql`select ${segments.taskId} as id from ${segments} where ${isSaid}` },
    },
  ];
}

function byTag(tagIds: string[]): TaskNarrowing {
  const ids = sql`${sql.param(tagIds)}::uuid[]`;
  return {
    // Not by "= any", which would be looked up once for each tag: the tags of one task lie together.
    probe: ({ id }) =>
      sql`(select true from ${taskTags} where ${taskTags.taskId} = ${id} and array_position(${ids}, ${taskTags.tagId}) is not null limit 1)`,
    hits: { column: "id", query: sql`select ${taskTags.taskId} as id from ${taskTags} where ${taskTags.tagId} = any(${ids})` },
  };
}

function byNumber(digits: string): TaskNarrowing {
  // Written as in the index calls_numbers_trgm_idx, or that would not be used.
  const numbers = sql`(${calls.callingNormalized} || ' ' || ${calls.calledNormalized})`;
  const isStored = sql`${calls.recordingStatus} = 'stored'`;
  const hasTelling = sql`${isStored} and ${numbers} like ${likePattern(digits.slice(-TELLING_DIGITS))}`;
  const hasAll = digits.length > TELLING_DIGITS ? sql`${hasTelling} and position(${digits} in ${numbers}) > 0` : hasTelling;
  return {
    // The limit keeps this a look at one task after the other: the planner would rather ask the index for every call of the digits first.
    probe: ({ callId }) =>
      sql`(select true from ${calls} where ${calls.id} = ${callId} and ${isStored} and ${numbers} like ${likePattern(digits)} limit 1)`,
    hits: { column: "callId", query: sql`select ${calls.id} as id from ${calls} where ${hasAll}` },
  };
}
