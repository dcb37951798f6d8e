/**
 * The network address that a request came from: the last of X-Forwarded-For, which the nearest proxy or our own server wrote (see
 * lib/http/name-sender.ts). What stands before it was sent by the browser, and could be anything.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last || "unknown";
}
