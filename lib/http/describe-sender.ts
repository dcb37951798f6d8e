/** The headers of a request, whichever server brings it. Names are lower case. */
export type RequestHeaders = { get: (name: string) => string | null; entries: () => Iterable<[string, string]> };

/** Who sent a request, as far as headers tell. */
export type Sender = { remoteAddress: string; usedBy: string; headers: Record<string, string> };

const SECRET_HEADERS = new Set(["x-api-key", "authorization", "proxy-authorization", "cookie"]);
const MAX_HEADERS = 64;
const MAX_VALUE_LENGTH = 512;

/** The sender's address, a text for "used by", and the headers that may be kept: without secrets, and bounded. */
export function describeSender(headers: RequestHeaders): Sender {
  const kept: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of headers.entries()) {
    if (SECRET_HEADERS.has(name) || ++count > MAX_HEADERS) continue;
    kept[name] = value.length > MAX_VALUE_LENGTH ? value.slice(0, MAX_VALUE_LENGTH) : value;
  }
  // The last address is the one that the nearest proxy, or our own server, saw; those before it are the sender's word.
  const remoteAddress = (headers.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim().slice(0, 64) || "unknown";
  return { remoteAddress, usedBy: `${remoteAddress} ${kept["user-agent"] ?? ""}`.trim(), headers: kept };
}
