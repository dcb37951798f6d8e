import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { WEBHOOK_DOORS } from "@/lib/sources/webhook-doors";
import { MAX_WEBHOOK_BODY_BYTES } from "./body-limits";
import type { RequestHeaders } from "./describe-sender";
import { readNodeBody } from "./read-node-body";

const DISCARD_FOR_MS = 2_000;

/**
 * Answers a request for a webhook's door at once, without the way through Next.js, which costs more than taking the delivery in does
 * (docs/decisions/webhooks-before-next.md). Returns false, with nothing touched, when the request is for somebody else. Any number of
 * slashes between and after the parts of the path are one and none.
 */
export function answerWebhook(request: IncomingMessage, response: ServerResponse): boolean {
  const { path, query } = splitUrl(request.url ?? "");
  const door = WEBHOOK_DOORS[`${request.method} ${path}`];
  if (!door) return false;
  door({ headers: headersOf(request), query, readBody: () => readNodeBody(request) })
    .then(({ status, headers, text }) => {
      const isBodyBounded = Number(request.headers["content-length"] ?? Number.NaN) <= MAX_WEBHOOK_BODY_BYTES;
      const closing = request.readableEnded || isBodyBounded ? {} : { connection: "close" };
      response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(text), ...closing });
      response.end(text);
      if (!request.readableEnded) discardBody(request);
    })
    .catch((error) => {
      log.warn({ err: error }, "a webhook's sender could not be answered");
      response.destroy();
    });
  return true;
}

/** Reads on for a moment what nobody wants: a socket closed with unread bytes takes the answer with it. */
function discardBody(request: IncomingMessage) {
  const timer = setTimeout(() => request.destroy(), DISCARD_FOR_MS);
  request.on("error", () => undefined).once("close", () => clearTimeout(timer));
  request.resume();
}

function splitUrl(url: string): { path: string; query: string } {
  const queryAt = url.indexOf("?");
  // A client that thinks us a proxy names us with the path (RFC 9112, 3.2.2); Next.js would redirect it.
  const path = (queryAt < 0 ? url : url.slice(0, queryAt)).replace(/^https?:\/\/[^/]*/i, "");
  return { path: path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1"), query: queryAt < 0 ? "" : url.slice(queryAt + 1) };
}

function headersOf(request: IncomingMessage): RequestHeaders {
  const { headers } = request;
  const get = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  };
  return {
    get,
    entries: () => Object.keys(headers).map((name): [string, string] => [name, get(name) ?? ""]),
  };
}
