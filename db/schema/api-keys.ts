import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { createdAt, instant, primaryId } from "./columns";
import { apiKeyScopeEnum } from "./enums";
import { users } from "./users";

/** One row per key that a platform authenticates with. The key itself is shown once and never stored. */
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
  },
  (table) => [
    // Every webhook request finds its key by hash.
    uniqueIndex("api_keys_key_sha256_key").on(table.keySha256),
  ],
);
