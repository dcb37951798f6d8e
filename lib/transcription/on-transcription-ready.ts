import { onNotification } from "@/db/notifications";

/** Calls `handler` whenever a transcription may have become due, in this process or another. Returns the way to stop. */
export function onTranscriptionReady(handler: () => void): () => void {
  return onNotification("transcription_ready", handler);
}
