import { randomUUID } from "node:crypto";
import { receiveEvents } from "./receive-events";
import { saveCheckpoint } from "./save-checkpoint";

/** Answers in this process what the SDK would send to Inngest: events, and steps that are saved on the way. */
export const embeddedFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  if (request.method === "POST" && pathname.startsWith("/e/")) {
    return receiveEvents({ body: await request.json(), seed: request.headers.get("x-inngest-event-id-seed") ?? randomUUID() });
  }
  if (request.method === "POST" && /^\/v1\/checkpoint\/[^/]+\/async$/.test(pathname)) return saveCheckpoint(await request.json());
  return Response.json({ error: `The embedded engine has no ${request.method} ${pathname}.` }, { status: 404 });
};
