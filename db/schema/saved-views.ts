import { boolean, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { primaryId, timestamps } from "./columns";
import { savedViewListEnum } from "./enums";
import { users } from "./users";

/** Filters and sort of a list, kept under a name by one person, for that person or for all. A view opens nothing: who looks sees their own rows. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: primaryId(),
    list: savedViewListEnum().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The list's address after the question mark, without page. */
    query: text().notNull(),
    isShared: boolean().notNull().default(false),
    ...timestamps,
  },
  // A person's views of a list by name, one of each.
  (table) => [uniqueIndex("saved_views_owner_name_key").on(table.ownerId, table.list, table.name)],
);
