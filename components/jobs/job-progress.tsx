"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useId, useState, useTransition } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";
import type { JobState } from "@/lib/jobs/job-state";
import { JobStatusChip } from "./job-status-chip";

type JobProgressProps = {
  jobId: string;
  /** What is known already; without it the first answer is waited for. */
  job?: JobState;
  cancel: (id: string) => Promise<void>;
  /** Called once when the job is over: the page that ordered it may want to show itself anew. */
  onEnd?: () => void;
};

/** How far a job has come, as it comes, with the button that stops it. The page may be left: the job goes on. */
export function JobProgress({ jobId, job: known, cancel, onEnd }: JobProgressProps) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const labelId = useId();
  const [job, refresh] = useJob(jobId, known);
  const [isCancelling, startCancelling] = useTransition();
  const isOver = job !== undefined && job.status !== "queued" && job.status !== "running";

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it ends.
  useEffect(() => {
    if (isOver) onEnd?.();
  }, [isOver]);

  if (!job) return <p className="text-muted">{t("loading")}</p>;
  const seen = job.doneCount + job.failedCount;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <JobStatusChip status={job.status} />
        <span id={labelId} className="min-w-0 font-medium">
          {t(`kinds.${job.kind}`)}
        </span>
        <span role="status" className="text-muted tabular-nums">
          {t("progress", { done: format.number(seen), total: format.number(job.totalCount) })}
          {job.failedCount > 0 && ` ${t("failedCount", { count: job.failedCount })}`}
        </span>
        {!isOver && (
          <button
            type="button"
            disabled={isCancelling || job.isCancelRequested}
            onClick={() => startCancelling(async () => cancel(jobId).then(refresh))}
            className="button button--sm button--outline ms-auto"
          >
            {job.isCancelRequested ? t("cancelling") : t("cancel")}
          </button>
        )}
      </div>
      <progress
        aria-labelledby={labelId}
        value={seen}
        max={Math.max(job.totalCount, 1)}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-default [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-default [&::-webkit-progress-value]:bg-accent"
      />
      {job.failure && <p className="text-danger-soft-foreground wrap-anywhere">{job.failure}</p>}
      {job.problems.length > 0 && (
        <ul className="text-xs text-muted">
          {job.problems.map(({ objectId, message }) => (
            <li key={objectId} className="wrap-anywhere">
              <code className="font-mono">{objectId}</code>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A job, asked for anew whenever it says that it moved. What can't be read now is asked for at the next word. */
function useJob(jobId: string, known: JobState | undefined): [JobState | undefined, () => Promise<void>] {
  const [job, setJob] = useState(known);
  const refresh = async () => {
    const response = await fetch(`/api/jobs/${jobId}`).catch(() => null);
    if (response?.ok) setJob(await response.json());
  };
  useChangeStream("job", { onOpen: refresh, onChange: refresh });
  return [job, refresh];
}
