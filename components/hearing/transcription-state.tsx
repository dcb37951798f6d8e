"use client";

import { Button } from "@heroui/react/button";
import { CircleSlash, Hourglass, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { answerOr } from "@/components/ui/answer-or";
import type { Transcription } from "@/lib/transcripts/get-transcript";
import { TranscriptionFailure } from "./transcription-failure";
import { useRefreshWhile } from "./use-refresh-while";

type TranscriptionStateProps = {
  campaignId: number;
  /** Null: nobody has asked for it. */
  transcription: Transcription | null;
  /** Why the task failed, in the server's words; null where it did not. */
  taskFailure: string | null;
  hasTranscript: boolean;
  /** Null for those who only read. */
  actions: { request: () => Promise<boolean>; cancel: () => Promise<boolean> } | null;
  /** Where models are added; null for those who may not. */
  modelsHref: string | null;
};

/** Where the writing down of a call stands: how far it is, or why it is not there and what to do. Nothing once it is there. */
export function TranscriptionState(props: TranscriptionStateProps) {
  const { campaignId, transcription, taskFailure, hasTranscript, actions, modelsHref } = props;
  const t = useTranslations("hearing.state");
  const [hasFailed, setHasFailed] = useState(false);
  const [isPending, startTransition] = useTransition();
  const work = transcription ?? (taskFailure === null ? null : failedWithoutWork(taskFailure));
  const status = work?.status ?? "none";
  const isUnderWay = status === "queued" || status === "running";
  useRefreshWhile(isUnderWay || status === "waiting", campaignId);
  const act = (action: () => Promise<boolean>) => startTransition(async () => setHasFailed(!(await answerOr(action(), false))));
  if (status === "completed" || (status === "none" && hasTranscript)) return null;
  return (
    <div className="flex flex-col gap-2 p-4">
      {isUnderWay && transcription && (
        <>
          <p role="status" className="flex items-center gap-2">
            {status === "running" ? (
              <LoaderCircle aria-hidden className="size-4 animate-spin text-accent motion-reduce:animate-none" />
            ) : (
              <Hourglass aria-hidden className="size-4 text-muted" />
            )}
            {t(status)}
            {status === "running" && <span className="text-muted tabular-nums">{t("percent", { percent: transcription.progress })}</span>}
          </p>
          <progress
            aria-label={t("running")}
            max={100}
            value={status === "running" ? transcription.progress : 0}
            className="h-1.5 w-full accent-accent"
          />
        </>
      )}
      {work && <TranscriptionFailure work={work} mayAct={actions !== null} modelsHref={modelsHref} />}
      {(status === "cancelled" || status === "none") && (
        <p className="flex items-center gap-2 text-muted">
          <CircleSlash aria-hidden className="size-4" />
          {t(status)}
        </p>
      )}
      {actions && (
        <div className="flex gap-2">
          {isUnderWay || status === "waiting" ? (
            <Button size="sm" variant="outline" isPending={isPending} onPress={() => act(actions.cancel)}>
              {t("cancel")}
            </Button>
          ) : (
            <Button size="sm" variant="outline" isPending={isPending} onPress={() => act(actions.request)}>
              {t(status === "none" ? "transcribe" : "again")}
            </Button>
          )}
        </div>
      )}
      {hasFailed && (
        <p role="alert" className="text-danger-soft-foreground">
          {t("notDone")}
        </p>
      )}
    </div>
  );
}

/** Of a task whose failure is kept without the work that failed. */
function failedWithoutWork(failure: string) {
  return { status: "failed", failureCode: null, failure, nextAttemptAt: null } as const;
}
