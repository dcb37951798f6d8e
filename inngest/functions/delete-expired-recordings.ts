import { markExpiredRecordings } from "@/lib/recordings/retention/mark-expired-recordings";
import { releaseRecordingFiles } from "@/lib/recordings/retention/release-recording-files";
import { inngest } from "../client";

/** Of each kind of step. What a round does not reach, the next one does. */
const MAX_TURNS = 450;

/**
 * The daily round of retention: marks what campaigns no longer keep, then removes the files. Safe to run at any time, also twice at once: what
 * is marked, and which files are still to be removed, is in the database.
 */
export const deleteExpiredRecordings = inngest.createFunction(
  { id: "delete-expired-recordings", triggers: [{ cron: "45 4 * * *" }] },
  async ({ step }) => {
    let deletedCount = 0;
    let marked = await step.run("mark-expired-0", () => markExpiredRecordings());
    for (let turn = 1; ; turn++) {
      deletedCount += marked.deletedCount;
      const { next } = marked;
      if (next === null || turn === MAX_TURNS) break;
      marked = await step.run(`mark-expired-${turn}`, () => markExpiredRecordings({ after: next }));
    }
    let [removedFileCount, failedFileCount] = [0, 0];
    let released = await step.run("remove-files-0", () => releaseRecordingFiles());
    for (let turn = 1; ; turn++) {
      removedFileCount += released.removedCount;
      failedFileCount += released.failedCount;
      const { next } = released;
      if (next === null || turn === MAX_TURNS) break;
      released = await step.run(`remove-files-${turn}`, () => releaseRecordingFiles({ after: next }));
    }
    return { deletedCount, removedFileCount, failedFileCount };
  },
);
