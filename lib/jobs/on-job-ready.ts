import { onNotification } from "@/db/notifications";

/** Calls `handler` whenever a job may have been ordered, in this process or another. Returns the way to stop. */
export function onJobReady(handler: () => void): () => void {
  return onNotification("job_ready", handler);
}
