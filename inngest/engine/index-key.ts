import { createHash } from "node:crypto";

const MAX_INDEXED_LENGTH = 200;

/** A text that any index can hold and that is equal for equal texts: itself when short and clean, else its hash. */
export function indexKey(text: string): string {
  // PostgreSQL's text cannot hold NUL, nor its indexes long values.
  if (text.length <= MAX_INDEXED_LENGTH && !text.includes("\0")) return text;
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
