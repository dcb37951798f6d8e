import { z } from "zod";
import { storedDay, storedTime } from "@/lib/stored-time";

const shape = z.tuple([storedDay, storedTime, z.uuid(), z.enum(["after", "before"])]);

/** Where a page of audits ends (`after`) or begins (`before`): the day and time of the contact, and the audit. */
export type AuditCursor = { contactOn: string; contactAt: Date; id: string; side: "after" | "before" };

/** Opaque, URL-safe text of a place in the list of audits. */
export function encodeAuditCursor({ contactOn, contactAt, id, side }: AuditCursor): string {
  return Buffer.from(JSON.stringify([contactOn, contactAt.toISOString(), id, side])).toString("base64url");
}

/** The place in a text made by encodeAuditCursor; null for anything else, so that a damaged link opens the first page. */
export function decodeAuditCursor(text: string | null | undefined): AuditCursor | null {
  if (!text) return null;
  try {
    const [contactOn, at, id, side] = shape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { contactOn, contactAt: new Date(at), id, side };
  } catch {
    return null;
  }
}
