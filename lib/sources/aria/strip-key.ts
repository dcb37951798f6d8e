import { SECRET_MARK } from "@/lib/http/secret-mark";
import { decodeBody } from "@/lib/reception/body/decode-body";

/**
 * A body without the key that it authenticated with, in whatever field it stands: everything else as it came, byte for byte. Where the key is
 * written so that its characters are not there one after the other (as escapes), the body is written anew from what it says.
 */
export function stripKey({ raw, contentType, key }: { raw: Buffer; contentType: string; key: string }): Buffer {
  const stripped = Buffer.from(raw.toString("latin1").replaceAll(key, SECRET_MARK), "latin1");
  const body = decodeBody({ raw: stripped, contentType });
  if (body.outcome === "refused") return stripped;
  const written = JSON.stringify(body.fields);
  if (!written.includes(key)) return stripped;
  // JSON that stood in a text, or keys of the object: wherever it is, it goes. A form is read as JSON as well.
  return Buffer.from(written.replaceAll(key, SECRET_MARK), "utf8");
}
