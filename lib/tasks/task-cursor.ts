import { z } from "zod";
import { storedTime } from "@/lib/stored-time";
import { TASK_SORTS, type TaskSortKey } from "./task-filters";

const shape = z.tuple([z.enum(TASK_SORTS), z.union([storedTime, z.number().finite()]), z.uuid(), z.enum(["after", "before"])]);

/** Where a page ends (`after`) or begins (`before`): the sorted value of its outermost row, and the row's id. */
export type TaskCursor = { value: Date | number; id: string; side: "after" | "before" };

/** Opaque, URL-safe text of a place in the list. */
export function encodeTaskCursor({ key, value, id, side }: TaskCursor & { key: TaskSortKey }): string {
  return Buffer.from(JSON.stringify([key, value, id, side])).toString("base64url");
}

/** The place in a text made by encodeTaskCursor for the same sort; null for anything else, so that a damaged link opens the first page. */
export function decodeTaskCursor(text: string | null | undefined, sortKey: TaskSortKey): TaskCursor | null {
  if (!text) return null;
  try {
    const [key, value, id, side] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    if (key !== sortKey || (typeof value === "number") !== (key === "duration" || key === "score")) return null;
    return { value: typeof value === "number" ? value : new Date(value), id, side };
  } catch {
    return null;
  }
}
