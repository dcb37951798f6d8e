import { readWebBody } from "./read-web-body";
import type { WebhookDoor } from "./webhook-door";

/** A door as a route handler of Next.js. */
export function webhookRoute(door: WebhookDoor): (request: Request) => Promise<Response> {
  return async (request) => {
    const headers = { get: (name: string) => request.headers.get(name), entries: () => request.headers.entries() };
    const {
      status,
      headers: answerHeaders,
      text,
    } = await door({
      headers,
      query: new URL(request.url).search.slice(1),
      readBody: () => readWebBody(request),
    });
    return new Response(text, { status, headers: answerHeaders });
  };
}
