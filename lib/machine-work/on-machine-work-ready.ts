import { onNotification } from "@/db/notifications";

/** Calls `handler` whenever work may have become due, in this process or another. Returns the way to stop. */
export function onMachineWorkReady(handler: () => void): () => void {
  return onNotification("machine_work_ready", handler);
}
