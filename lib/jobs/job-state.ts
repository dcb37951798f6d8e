import type { JobKind, JobStatus } from "@/db/enums";
import { type JobProblem, jobs } from "@/db/schema";

/** A job as people watch it. `problems` are the first of what could not be done. */
export type JobState = {
  id: string;
  kind: JobKind;
  status: JobStatus;
  totalCount: number;
  doneCount: number;
  failedCount: number;
  problems: JobProblem[];
  failure: string | null;
  isCancelRequested: boolean;
  createdAt: Date;
  endedAt: Date | null;
};

type JobRow = typeof jobs.$inferSelect;

/** What people are shown of a job's row. */
export function toJobState({ cancelRequestedAt, ...job }: Pick<JobRow, keyof typeof shownJobColumns>): JobState {
  return { ...job, isCancelRequested: cancelRequestedAt !== null };
}

export const shownJobColumns = {
  id: jobs.id,
  kind: jobs.kind,
  status: jobs.status,
  totalCount: jobs.totalCount,
  doneCount: jobs.doneCount,
  failedCount: jobs.failedCount,
  problems: jobs.problems,
  failure: jobs.failure,
  cancelRequestedAt: jobs.cancelRequestedAt,
  createdAt: jobs.createdAt,
  endedAt: jobs.endedAt,
};
