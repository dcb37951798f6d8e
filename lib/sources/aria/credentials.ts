import { decodeBody } from "@/lib/reception/body/decode-body";
import type { ReceivedBody } from "@/lib/reception/read-received-body";

/** What a body authenticates with; null where it does not say. */
export type AriaCredentials = { key: string | null; publicId: string | null };

const KEY_IN_TEXT = /api_key\W{1,8}(aud_[0-9A-Za-z]{49})(?![0-9A-Za-z])/;
const ID_IN_TEXT = /connection_id\W{1,8}(con_[0-9a-z]{16})(?![0-9a-z])/;

/**
 * The credentials in a body. Those of a body that can't be read, or that did not arrive whole, are looked for in its text, so that its sender
 * is told what is wrong with it, and its admin sees it.
 */
export function findCredentials({ body, contentType }: { body: ReceivedBody; contentType: string }): AriaCredentials {
  const decoded = body.problem === null ? decodeBody({ raw: body.raw, contentType }) : null;
  if (decoded?.outcome === "decoded") return { key: textOf(decoded.fields.api_key), publicId: textOf(decoded.fields.connection_id) };
  const text = body.raw.toString("latin1");
  return { key: KEY_IN_TEXT.exec(text)?.[1] ?? null, publicId: ID_IN_TEXT.exec(text)?.[1] ?? null };
}

function textOf(sent: unknown): string | null {
  const text = typeof sent === "string" || typeof sent === "number" ? String(sent).trim() : "";
  return text === "" ? null : text;
}
