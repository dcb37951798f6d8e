import { hash } from "node:crypto";

/** An index entry of PostgreSQL holds 2,704 bytes. */
const MAX_ID_LENGTH = 200;

/** A platform's id of a call, short enough for an index and still another for each call. */
export function shortenId(id: string): string {
  if (id.length <= MAX_ID_LENGTH) return id;
  return `${id.slice(0, 100).toWellFormed()}\u2026${hash("sha256", id, "hex")}`;
}

/** Stable hash of the parts of an identity. JSON marks where each part ends, so that no two lists of parts read the same. */
export function hashParts(parts: (string | number | Date)[]): string {
  return hash("sha256", JSON.stringify(parts), "hex");
}
