import postgres from "postgres";
import { log } from "@/lib/log";
import { reconnectDelay } from "./connect-engine";
import { WAKE_CHANNEL } from "./insert-events";

/**
 * Calls `wake` when any process says that there is work, and whenever the connection is made, since what was said while it was down is lost.
 * The driver listens again by itself after the connection broke, however long that takes.
 */
export function listen({ url, wake }: { url: string; wake: () => void }): { stop: () => Promise<void> } {
  const client = postgres(url, {
    max: 1,
    connect_timeout: 5,
    backoff: reconnectDelay,
    onnotice: () => undefined,
    connection: { application_name: "auditoria-engine-listen" },
  });
  client
    .listen(WAKE_CHANNEL, wake, wake)
    .catch((error: unknown) => log.warn({ err: error }, "The engine cannot listen yet; it looks by itself."));
  return { stop: () => client.end({ timeout: 1 }) };
}
