import { runTranscription } from "@/lib/transcription/run-transcription";
import { inngest } from "../client";
import { transcriptionRequested } from "../events";

/**
 * Makes one attempt to transcribe a task's recording. Safe to run any number of times for the same task: who works on it, how far it is and when
 * it is tried again are in the database, and the relay hands it on whenever that says so.
 */
export const transcribeTask = inngest.createFunction(
  { id: "transcribe-task", triggers: [transcriptionRequested], retries: 0 },
  async ({ event, step }) => {
    const { taskId } = event.data;
    return step.run("transcribe", () => runTranscription({ taskId }));
  },
);
