import { z } from "zod";
import { storedTime } from "./stored-time";

export const MAX_PAGE_SIZE = 100;

/** One page of a list and the cursor of the next; null when this is the last. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

const cursorShape = z.tuple([storedTime.transform((text) => new Date(text)), z.uuid()]);

/** Where a page of a list ordered by (time, id) ended. */
export type Cursor = { at: Date; id: string };

/** Opaque, URL-safe text of a cursor. */
export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** The cursor in a text made by encodeCursor; null for anything else, so that a damaged link opens the first page. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const [at, id] = cursorShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at, id };
  } catch {
    return null;
  }
}

/** Cuts the one row too many off a `limit + 1` query, and makes the cursor from the last row kept. */
export function toPage<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => Cursor): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
