import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, primaryId, timestamps } from "./columns";
import { roleEnum } from "./enums";
import { operators } from "./operators";
import { userOrderKey, userSearchKey } from "./user-order";

/** One row per person who signs in. Grows with staff. */
export const users = pgTable(
  "users",
  {
    id: primaryId(),
    email: text().notNull(),
    name: text().notNull(),
    /** scrypt, with its parameters and salt in the text; null until an invited person has chosen one. */
    passwordHash: text(),
    role: roleEnum().notNull(),
    /** The person that an agent's own calls are found by. */
    operatorId: uuid().references(() => operators.id),
    /** Raised to end every session of the user at once; re-read on each request. */
    sessionVersion: integer().notNull().default(1),
    /** Whether the weekly digest comes by e-mail; null while the person has not said: it does for supervisors. */
    receivesDigest: boolean(),
    disabledAt: instant(),
    lastSignedInAt: instant(),
    ...timestamps,
  },
  (table) => [
    // Sign-in looks a person up by address, in whatever case it was typed.
    uniqueIndex("users_email_key").on(table.email),
    // An operator is one person: at most one account sees its calls as its own.
    uniqueIndex("users_operator_key").on(table.operatorId),
    // People are listed by name, and searched by any part of name and e-mail.
    index("users_order_idx").on(userOrderKey(table.name), table.id),
    index("users_search_trgm_idx").using("gin", sql`${userSearchKey(table)} gin_trgm_ops`),
    check("users_email_is_lower_case", sql`${table.email} = lower(${table.email})`),
  ],
);
