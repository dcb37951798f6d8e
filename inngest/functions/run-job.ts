import { advanceJob } from "@/lib/jobs/advance-job";
import { failJob } from "@/lib/jobs/fail-job";
import { inngest } from "../client";
import { jobRequested } from "../events";

/** A quarter of an hour; the sweep begins a longer job anew where it stands. */
const MAX_TURNS = 450;

/**
 * Does a job that somebody ordered, step by step. Safe to run any number of times: how far it came is in the database, and whoever comes while
 * another worker is on it leaves. A step that keeps failing ends the job with the reason.
 */
export const runJob = inngest.createFunction(
  {
    id: "run-job",
    triggers: [jobRequested],
    // Two at once leave the processor to what has just arrived.
    concurrency: { limit: 2 },
    onFailure: async ({ event, error, step }) => {
      const { jobId } = jobRequested.schema.parse(event.data.event.data);
      await step.run("record-failure", () => failJob({ jobId, reason: error.message }));
    },
  },
  async ({ event, step }) => {
    const { jobId } = event.data;
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const { isOver } = await step.run(`advance-${turn}`, () => advanceJob({ jobId }));
      if (isOver) return;
    }
  },
);
