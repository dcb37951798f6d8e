import type { DeliveryProblem } from "@/db/schema";
import type { BodyPosition } from "../delivery-reading";
import { decodeText } from "./decode-text";
import { parseContentType } from "./parse-content-type";
import { readForm } from "./read-form";
import { readJsonObject } from "./read-json-object";

/** Top-level members of a body. A number that a JavaScript number can't hold exactly is the text that was sent. */
export type BodyFields = Readonly<Record<string, unknown>>;

export type DecodedBody =
  | { outcome: "decoded"; fields: BodyFields; warnings: DeliveryProblem[] }
  | { outcome: "refused"; status: 400 | 415; code: string; message: string; position?: BodyPosition };

/**
 * Turns the bytes of a webhook request into the members of one object: JSON (also as text/plain or without a content type) or a form.
 * Never throws. Top-level texts hold nothing that PostgreSQL can't store.
 */
export function decodeBody({ raw, contentType }: { raw: Buffer; contentType: string }): DecodedBody {
  const type = parseContentType(contentType);
  if (type.outcome === "refused") return type;
  if (type.format === "form") return readForm({ raw, charset: type.charset });
  const decoded = decodeText({ raw, charset: type.charset });
  return decoded.outcome === "refused" ? decoded : readJsonObject(decoded.text);
}
