import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { createdAt, primaryId } from "./columns";
import { auditKindEnum } from "./enums";
import { users } from "./users";

/** How many calls an auditor is to audit of a sample. */
export type SampleQuota = { userId: string; count: number };

/**
 * Calls that were drawn at random to be audited. The seed and what it was drawn from are kept: the same draw can be made again and gives the
 * same calls. Some for each campaign and week.
 */
export const samples = pgTable(
  "samples",
  {
    id: primaryId(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    kind: auditKindEnum().notNull(),
    name: text().notNull(),
    /** Calls that started on these days, in the campaign's time zone. */
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    /** As many of each operator as can be, where true; else of all calls alike. */
    stratification: text().$type<"operator" | "none">().notNull(),
    seed: text().notNull(),
    /** How many calls there were to draw from, and how many were drawn. */
    populationCount: integer().notNull(),
    drawnCount: integer().notNull(),
    quotas: jsonb().$type<SampleQuota[]>().notNull(),
    dueOn: date(),
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    // The samples of a campaign, newest first.
    index("samples_campaign_idx").on(table.campaignId, table.createdAt),
    check("samples_end_after_they_start", sql`${table.endsOn} >= ${table.startsOn}`),
  ],
);
