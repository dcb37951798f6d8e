import type { JobKind } from "@/db/enums";
import { AppError } from "@/lib/errors";
import { replayRefusedDeliveries } from "@/lib/reception/replay-refused-deliveries";
import { type RunnableJob, runnableJob } from "./job-handler";

/** What each kind of job does: one line a kind. */
const JOB_HANDLERS: Partial<Record<JobKind, RunnableJob>> = {
  replay_deliveries: runnableJob(replayRefusedDeliveries),
};

/** The handler of a kind. Throws `invalid` for a kind that this version of the program does not know. */
export function jobHandler(kind: JobKind): RunnableJob {
  const handler = JOB_HANDLERS[kind];
  if (!handler) throw new AppError("invalid", `There is no job of the kind ${kind}.`);
  return handler;
}
