import { sqlClient } from "./client";

/** Everything that processes tell each other through PostgreSQL. Payloads are small JSON texts or empty. */
export const NOTIFICATION_CHANNELS = [
  "api_keys_changed",
  "campaigns_changed",
  "call_ready",
  "connections_changed",
  "delivery_received",
  "job_changed",
  "job_ready",
  "machine_work_ready",
  "source_alarms_changed",
  "task_changed",
  "transcription_ready",
  "users_changed",
] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

type Handler = (payload: string) => void;

/** When the database was away as we began to listen. */
const RETRY_AFTER_MS = 1000;

const holder = globalThis as typeof globalThis & { auditoriaNotifications?: Map<NotificationChannel, Set<Handler>> };

/**
 * Calls `handler` for each notification on a channel, from this process or another. One connection a process listens, and comes back by
 * itself after the database was away; what was sent meanwhile is lost, and `handler` is called once with an empty payload to make up for
 * it. Returns the way to stop.
 */
export function onNotification(channel: NotificationChannel, handler: Handler): () => void {
  holder.auditoriaNotifications ??= new Map();
  const handlers = holder.auditoriaNotifications.get(channel);
  if (handlers) {
    handlers.add(handler);
  } else {
    const first = new Set([handler]);
    holder.auditoriaNotifications.set(channel, first);
    listen(channel, first);
  }
  return () => holder.auditoriaNotifications?.get(channel)?.delete(handler);
}

function listen(channel: NotificationChannel, handlers: Set<Handler>) {
  const tell = (payload: string) => {
    for (const handler of handlers) handler(payload);
  };
  // Told again after each reconnection: the empty payload stands for whatever was missed.
  sqlClient.listen(channel, tell, () => tell("")).catch(() => setTimeout(() => listen(channel, handlers), RETRY_AFTER_MS).unref());
}
