import { analyseTranscript } from "@/lib/analysis/analyse-transcript";
import { runMachineWork } from "@/lib/machine-work/run-machine-work";
import { inngest } from "../client";
import { analysisRequested } from "../events";

/**
 * Makes one attempt to have the language model sum a task's transcript up. Safe to run any number of times for the same task: who works on it
 * and when it is tried again are in the database, and the relay hands it on whenever that says so.
 */
export const analyseTask = inngest.createFunction(
  { id: "analyse-task", triggers: [analysisRequested], retries: 0 },
  async ({ event, step }) => {
    const { taskId } = event.data;
    return step.run("analyse", () => runMachineWork({ taskId, kind: "analysis", work: analyseTranscript }));
  },
);
