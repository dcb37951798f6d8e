import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { createdAt, instant, primaryId } from "./columns";
import { connections } from "./connections";
import { apiKeyScopeEnum } from "./enums";
import { users } from "./users";

/** One row per key that a platform authenticates with. The key itself is shown once and never stored. Grows with each rotation; no row is removed. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: primaryId(),
    name: text().notNull(),
    scope: apiKeyScopeEnum().notNull().default("webhook"),
    keySha256: bytea().notNull(),
    last4: text().notNull(),
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
    expiresAt: instant(),
    revokedAt: instant(),
    lastUsedAt: instant(),
    /** Network address and user agent of the last request, for "used by". */
    lastUsedBy: text(),
    /** The key that this one was made to take the place of. */
    replaces: uuid().references((): AnyPgColumn => apiKeys.id),
    /** The connection that the key belongs to; null for keys of any other scope. */
    connectionId: uuid().references(() => connections.id),
    /** When the key ends or ended, by expiry or by revocation; null for one that nothing ends. */
    endsAt: instant().generatedAlwaysAs(sql`least(revoked_at, expires_at)`),
  },
  (table) => [
    // Every webhook request finds its key by hash.
    uniqueIndex("api_keys_key_sha256_key").on(table.keySha256),
    // A key is rotated once; also finds what took a key's place.
    uniqueIndex("api_keys_replaces_key").on(table.replaces),
    // The list of keys in use and that of ended ones, which only grows.
    index("api_keys_ends_idx").on(table.endsAt, table.id),
    // The keys of a connection.
    index("api_keys_connection_idx").on(table.connectionId).where(sql`${table.connectionId} is not null`),
    check("api_keys_connection_has_scope", sql`(${table.scope}::text = 'connection') = (${table.connectionId} is not null)`),
  ],
);
