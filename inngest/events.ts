import { eventType } from "inngest";
import { z } from "zod";

/** A call has a recording to be taken in. `host` is where the recording lies; slow hosts are held apart by it. */
export const callRecorded = eventType("call/recording.announced", {
  schema: z.object({ callId: z.uuid(), host: z.string() }),
});
