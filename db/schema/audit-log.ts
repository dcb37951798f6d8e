import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AuditAction } from "../enums";
import { bytea } from "./bytea";
import { instant } from "./columns";

/**
 * Who did what to what, and who listened to or took away what. Insert-only: triggers number each entry without gaps, chain it to the one
 * before by a hash, and refuse changes (migration audit_log_chain). No foreign keys: it outlives what it speaks of.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    /** 1, 2, 3 and so on; given by the database. */
    seq: bigint({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    /** Null for the installation itself: its command line and its own functions. */
    actorId: uuid(),
    /** The person's name at the time. */
    actorName: text().notNull(),
    action: text().$type<AuditAction>().notNull(),
    objectKind: text().notNull(),
    objectId: text().notNull(),
    /** What the object was called at the time; empty where it has no name. */
    objectName: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** SHA-256 over the entry and the hash before it. */
    hash: bytea().notNull(),
  },
  (table) => [
    // The page of the log, by person and by what was done.
    index("audit_log_actor_idx").on(table.actorId, table.seq),
    index("audit_log_action_idx").on(table.action, table.seq),
    // What one person did of one kind, however much else they did.
    index("audit_log_actor_action_idx").on(table.actorId, table.action, table.seq),
    // Which entry a range of dates begins or ends with.
    index("audit_log_at_idx").on(table.at),
    // The history of one object.
    index("audit_log_object_idx").on(table.objectKind, table.objectId, table.seq),
  ],
);
