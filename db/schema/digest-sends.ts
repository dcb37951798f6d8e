import { sql } from "drizzle-orm";
import { check, date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";
import { digestOutcomeEnum } from "./enums";

/** Who got, or was to get, the digest of a week. What makes it come once, however many processes send. Grows with supervisors and weeks. */
export const digestSends = pgTable(
  "digest_sends",
  {
    /** The Monday on which it is sent, in the installation's time zone. */
    week: date().notNull(),
    /** `user:` with an id, or `address:` with an e-mail address that belongs to nobody here. */
    recipient: text().notNull(),
    /** Until when nobody else tries. */
    claimedUntil: instant().notNull(),
    /** Null while it is still to be sent. */
    outcome: digestOutcomeEnum(),
    endedAt: instant(),
    /** What the mail server said, where it did not take it. */
    failure: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.week, table.recipient] }),
    check("digest_sends_ended_say_when", sql`(${table.outcome} is null) = (${table.endedAt} is null)`),
  ],
);
