import { type DownloadOutcome, downloadRecording } from "@/lib/recordings/download-recording";
import { recordTakeInFailure } from "@/lib/recordings/record-take-in-failure";
import { inngest } from "../client";
import { callRecorded } from "../events";

/** More than the whole schedule with every interruption; the sweep begins anew after them. */
const MAX_TURNS = 100;

/**
 * Brings one call's recording into storage and opens its task. Safe to run any number of times for the same call: the schedule and the claim
 * are in the database, and the recording, its task and the call's state are one commit. A slow host holds up nobody but itself.
 */
export const takeInRecording = inngest.createFunction(
  {
    id: "take-in-recording",
    triggers: [callRecorded],
    concurrency: { key: "event.data.host", limit: 4 },
    onFailure: async ({ event, error, step }) => {
      const { callId } = callRecorded.schema.parse(event.data.event.data);
      await step.run("record-failure", () => recordTakeInFailure({ callId, reason: error.message }));
    },
  },
  async ({ event, step }) => {
    const { callId } = event.data;
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const outcome = await step.run(`download-${turn}`, async () => withDueTime(await downloadRecording({ callId })));
      if (outcome.status !== "retry") return outcome;
      await step.sleepUntil(`wait-${turn}`, outcome.dueAt);
    }
    throw new Error(`The recording was not settled in ${MAX_TURNS} turns.`);
  },
);

/** A moment, since the engine's durations are whole seconds and the first waits are short. Saved with the step, so that it stays the same. */
function withDueTime(outcome: DownloadOutcome) {
  if (outcome.status !== "retry") return outcome;
  return { ...outcome, dueAt: new Date(Date.now() + outcome.delaySeconds * 1000).toISOString() };
}
