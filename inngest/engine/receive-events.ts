import { createHash } from "node:crypto";
import { z } from "zod";
import { sqlClient } from "@/db/client";
import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import { insertEvents } from "./insert-events";

const sentEvent = z.looseObject({
  id: z.string().nullish(),
  name: z.string().min(1),
  data: z.unknown().optional(),
  ts: z.number().optional(),
});
const sentEvents = z.union([z.array(sentEvent), sentEvent.transform((one) => [one])]);

/**
 * Takes events in, as the event API does; 200 means committed. Events without an id get one from the
 * seed that the SDK repeats with every try, so that a try whose answer was lost adds nothing.
 */
export async function receiveEvents({ body, seed }: { body: unknown; seed: string }): Promise<Response> {
  const parsed = sentEvents.safeParse(body);
  if (!parsed.success) return Response.json({ ids: [], status: 400, error: "These are not events." }, { status: 400 });
  const events = parsed.data.map((event, index) => ({
    ...event,
    id: event.id || createHash("sha1").update(`${seed}:${index}`).digest("hex"),
    data: event.data ?? {},
    ts: event.ts ?? Date.now(),
  }));
  try {
    await insertEvents(sqlClient, events);
    return Response.json({ ids: events.map((event) => event.id), status: 200 });
  } catch (error) {
    log.warn({ err: error }, "Events could not be taken in.");
    const status = isDatabaseAway(error) ? 503 : 500;
    return Response.json({ ids: [], status, error: `The engine could not store the events: ${String(error)}` }, { status });
  }
}
