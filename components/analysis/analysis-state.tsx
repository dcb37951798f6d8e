"use client";

import { Button } from "@heroui/react/button";
import { Hourglass, LoaderCircle, OctagonAlert, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useRefreshWhile } from "@/components/hearing/use-refresh-while";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { AnalysisWork } from "@/lib/analysis/get-analysis";
import { analysisFailure } from "./analysis-failure";

type AnalysisStateProps = {
  campaignId: number;
  /** Null: nobody has asked for it. */
  work: AnalysisWork | null;
  hasAnalysis: boolean;
  /** Has the call read again; null for those who may not, and where nobody would read it. */
  request: (() => Promise<boolean>) | null;
};

/** Where the reading of a call by the language model stands: that it is under way, or why it came to nothing, and another try. */
export function AnalysisState({ campaignId, work, hasAnalysis, request }: AnalysisStateProps) {
  const t = useTranslations("analysis.state");
  const [hasFailed, setHasFailed] = useState(false);
  const [isPending, startTransition] = useTransition();
  const status = work?.status ?? "none";
  const isUnderWay = status === "queued" || status === "running";
  useRefreshWhile(isUnderWay, campaignId);
  return (
    <div className="flex flex-col gap-2">
      {isUnderWay && (
        <p role="status" className="flex items-center gap-2">
          {status === "running" ? (
            <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-accent motion-reduce:animate-none" />
          ) : (
            <Hourglass aria-hidden className="size-4 shrink-0 text-muted" />
          )}
          {t(status)}
        </p>
      )}
      {status === "queued" && work?.failureCode && work.nextAttemptAt && (
        <p className="text-muted">
          {t(`failures.${analysisFailure(work.failureCode)}`)} <NextAttempt at={work.nextAttemptAt} />
        </p>
      )}
      {status === "failed" && work && (
        <div role="alert" className="flex items-start gap-2">
          <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-soft-foreground" />
          <div className="min-w-0">
            <p>
              <strong className="font-semibold">{t(hasAnalysis ? "failedAgain" : "failed")}</strong>{" "}
              {t(`failures.${analysisFailure(work.failureCode)}`)}
            </p>
            <p className="text-xs text-muted wrap-anywhere">{work.failure}</p>
          </div>
        </div>
      )}
      {status === "none" && !hasAnalysis && <p className="text-muted">{t("none")}</p>}
      {request && !isUnderWay && (
        <Button
          size="sm"
          variant={hasAnalysis ? "ghost" : "outline"}
          className="self-start"
          isPending={isPending}
          onPress={() => startTransition(async () => setHasFailed(!(await request())))}
        >
          <RotateCw aria-hidden className="size-3.5" />
          {t(hasAnalysis || status === "failed" ? "again" : "analyse")}
        </Button>
      )}
      {hasFailed && (
        <p role="alert" className="text-danger-soft-foreground">
          {t("notDone")}
        </p>
      )}
    </div>
  );
}

function NextAttempt({ at }: { at: Date }) {
  const t = useTranslations("analysis.state");
  return t.rich("retry", { time: () => <TimeWithZone value={at} isBrief /> });
}
