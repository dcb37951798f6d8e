import { z } from "zod";
import { storedTime } from "@/lib/stored-time";

export const OPERATOR_SORTS = ["name", "lastCall"] as const;
export type OperatorSortKey = (typeof OPERATOR_SORTS)[number];

const shape = z.tuple([z.enum(OPERATOR_SORTS), z.string().max(600).nullable(), z.uuid(), z.enum(["after", "before"])]);

/** Where a page ends (`after`) or begins (`before`): the sorted value of its outermost row, null for one without calls, and the row's id. */
export type OperatorCursor = { value: string | null; id: string; side: "after" | "before" };

/** Opaque, URL-safe text of a place in the list of operators. */
export function encodeOperatorCursor({ key, value, id, side }: OperatorCursor & { key: OperatorSortKey }): string {
  return Buffer.from(JSON.stringify([key, value, id, side])).toString("base64url");
}

/** The place in a text made by encodeOperatorCursor for the same sort; null for anything else, so that a damaged link opens the first page. */
export function decodeOperatorCursor(text: string | null | undefined, sortKey: OperatorSortKey): OperatorCursor | null {
  if (!text) return null;
  try {
    const [key, value, id, side] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    const isSound = key === "name" ? value !== null && !value.includes("\0") : value === null || storedTime.safeParse(value).success;
    return key === sortKey && isSound ? { value, id, side } : null;
  } catch {
    return null;
  }
}
