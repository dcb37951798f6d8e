import { timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** A time with its zone to the millisecond, the precision of a JavaScript Date: a cursor made from one loses no row. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** A time-ordered uuid, made by the application so that it is known before the row is written. */
export const primaryId = () => uuid().primaryKey().$defaultFn(v7);

export const createdAt = () => instant().notNull().defaultNow();

/** When the row was made and last changed. */
export const timestamps = {
  createdAt: createdAt(),
  updatedAt: instant()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};
