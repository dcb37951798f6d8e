import { sql } from "drizzle-orm";
import { check, index, jsonb, numeric, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { primaryId } from "./columns";
import { criterionKindEnum, criterionModeEnum, criticalLevelEnum } from "./enums";
import { scorecardVersions } from "./scorecard-versions";

/** Who must have said a phrase, or must not: one side, or whoever. */
export type PhraseSpeaker = "agent" | "customer" | "anyone";

/** What answers a criterion without any model: all that is given must hold for it to comply. Seconds count from the beginning, or from the end. */
export type CriterionRule = {
  phrases?: { isSaid: boolean; phrases: string[]; speaker: PhraseSpeaker; withinFirstSeconds?: number; withinLastSeconds?: number };
  maxSilenceRatio?: number;
  maxLongestSilenceSeconds?: number;
  agentTalkRatio?: { min?: number; max?: number };
  maxAgentInterruptions?: number;
};

/** One question of a scorecard's version. Some dozens for each version. */
export const criteria = pgTable(
  "criteria",
  {
    id: primaryId(),
    versionId: uuid()
      .notNull()
      .references(() => scorecardVersions.id, { onDelete: "cascade" }),
    /** The same question through all versions, so that reports can follow it. */
    key: uuid().notNull(),
    /** Order in the whole scorecard, from 0; the criteria of a section stand together. */
    position: smallint().notNull(),
    section: text().notNull(),
    question: text().notNull(),
    help: text().notNull().default(""),
    kind: criterionKindEnum().notNull(),
    /** The most points of a scale, and from how many on it complies; null for yes or no. */
    maxPoints: smallint(),
    passingPoints: smallint(),
    weight: numeric({ precision: 5, scale: 2, mode: "number" }).notNull(),
    /** When it applies, in words; null where it always does. Only one with a condition can be answered "not applicable". */
    condition: text(),
    critical: criticalLevelEnum().notNull().default("none"),
    mode: criterionModeEnum().notNull().default("manual"),
    rule: jsonb().$type<CriterionRule>(),
  },
  (table) => [
    // A version from its first question to its last.
    uniqueIndex("criteria_version_position_key").on(table.versionId, table.position),
    uniqueIndex("criteria_version_key_key").on(table.versionId, table.key),
    // One question through all versions.
    index("criteria_key_idx").on(table.key),
    check("criteria_weight_is_a_share", sql`${table.weight} between 0 and 100`),
    check(
      "criteria_scale_has_points",
      sql`case ${table.kind} when 'scale' then ${table.maxPoints} between 1 and 100 and ${table.passingPoints} between 1 and ${table.maxPoints}
        and ${table.maxPoints} is not null and ${table.passingPoints} is not null else ${table.maxPoints} is null and ${table.passingPoints} is null end`,
    ),
  ],
);
