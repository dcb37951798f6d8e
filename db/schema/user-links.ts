import { index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { createdAt, instant, primaryId } from "./columns";
import { userLinkPurposeEnum } from "./enums";
import { users } from "./users";

/** Links by which a person chooses a password: an invitation or a reset. The secret in the link is shown once and kept as its SHA-256. */
export const userLinks = pgTable(
  "user_links",
  {
    id: primaryId(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: userLinkPurposeEnum().notNull(),
    secretSha256: bytea().notNull(),
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    /** Used, or taken back by a newer one. */
    endedAt: instant(),
  },
  (table) => [
    // A link is found by its secret.
    uniqueIndex("user_links_secret_sha256_key").on(table.secretSha256),
    // A newer link ends the older ones of a person.
    index("user_links_user_idx").on(table.userId),
  ],
);
