import { onNotification } from "@/db/notifications";

/** Calls `handler` whenever calls may have become ready to be handed on to the engine, in this process or another. Returns the way to stop. */
export function onCallReady(handler: () => void): () => void {
  return onNotification("call_ready", handler);
}
