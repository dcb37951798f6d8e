import { eventType } from "inngest";
import { z } from "zod";

/** A call has a recording to be taken in. `host` is where the recording lies; slow hosts are held apart by it. */
export const callRecorded = eventType("call/recording.announced", {
  schema: z.object({ callId: z.uuid(), host: z.string() }),
});

/** A job was ordered, or stood still and is to go on. */
export const jobRequested = eventType("job/work.requested", {
  schema: z.object({ jobId: z.uuid() }),
});

/** A task's recording is due to be transcribed. */
export const transcriptionRequested = eventType("task/transcription.requested", {
  schema: z.object({ taskId: z.uuid() }),
});

/** A task's transcript is due to be summed up by the language model. */
export const analysisRequested = eventType("task/analysis.requested", {
  schema: z.object({ taskId: z.uuid() }),
});

/** The campaign's scorecard is due to be answered by machines for a task. */
export const auditRequested = eventType("task/audit.requested", {
  schema: z.object({ taskId: z.uuid() }),
});
