import { sql } from "drizzle-orm";
import { check, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { campaigns } from "./campaigns";
import { createdAt, instant, primaryId } from "./columns";
import { directionEnum, sourceEnum, taskStatusEnum } from "./enums";
import { operators } from "./operators";
import { recordings } from "./recordings";

/** The unit of work on a call that has a recording. Carries copies of what the list filters and sorts by, so that a page is one index scan. */
export const tasks = pgTable(
  "tasks",
  {
    id: primaryId(),
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    recordingId: uuid()
      .notNull()
      .references(() => recordings.id),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    operatorId: uuid().references(() => operators.id),
    source: sourceEnum().notNull(),
    direction: directionEnum().notNull(),
    status: taskStatusEnum().notNull().default("pending"),
    /** What went wrong, in words; only while the status is failed. */
    failure: text(),
    /** When the call started. */
    startedAt: instant().notNull(),
    durationSeconds: numeric({ precision: 12, scale: 3, mode: "number" }).notNull(),
    score: numeric({ precision: 5, scale: 2, mode: "number" }),
    /** The call's identity or facts together with its audio's hash: the same facts and the same bytes never make a second task. */
    audioIdentityKey: text().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("tasks_call_key").on(table.callId),
    uniqueIndex("tasks_audio_identity_key").on(table.audioIdentityKey),
    // The list, newest first: all, and by each filter that people use alone.
    index("tasks_created_idx").on(table.createdAt, table.id),
    index("tasks_started_idx").on(table.startedAt, table.id),
    index("tasks_campaign_created_idx").on(table.campaignId, table.createdAt, table.id),
    index("tasks_operator_created_idx").on(table.operatorId, table.createdAt, table.id),
    index("tasks_status_created_idx").on(table.status, table.createdAt, table.id),
    index("tasks_source_created_idx").on(table.source, table.createdAt, table.id),
    index("tasks_direction_created_idx").on(table.direction, table.createdAt, table.id),
    // The list by call start, which a range of dates orders it by: of one campaign, of one operator.
    index("tasks_campaign_started_idx").on(table.campaignId, table.startedAt, table.id),
    index("tasks_operator_started_idx").on(table.operatorId, table.startedAt, table.id),
    // Which operators have tasks in a campaign, how many up to a bound, and when the last call of each was.
    index("tasks_operator_campaign_started_idx").on(table.operatorId, table.campaignId, table.startedAt),
    // A task by what lists show of its id.
    index("tasks_id_end_idx").on(sql`right(${table.id}::text, 8)`),
    // The list by how long the call took: all, and of a status. Failed tasks are so few that the first page of them is far down in the former.
    index("tasks_duration_idx").on(table.durationSeconds, table.id),
    index("tasks_status_duration_idx").on(table.status, table.durationSeconds, table.id),
    // The list by score, those without one last: an index for each order, since NULLs would come first in one. Also a range of scores.
    index("tasks_score_ascending_idx").on(sql`coalesce(${table.score}, 1000)`, table.id),
    index("tasks_score_descending_idx").on(sql`coalesce(-${table.score}, 1000)`, table.id),
    // The same of a status. Of statuses without any score, such as failed, the first page is behind all that have one: half a second's walk
    // through a million. With tasks_status_duration_idx they cost some 50 bytes each and a few per cent of the database's time for a call.
    index("tasks_status_score_ascending_idx").on(table.status, sql`coalesce(${table.score}, 1000)`, table.id),
    index("tasks_status_score_descending_idx").on(table.status, sql`coalesce(-${table.score}, 1000)`, table.id),
    check("tasks_failed_says_why", sql`(${table.status} = 'failed') = (${table.failure} is not null)`),
  ],
);
