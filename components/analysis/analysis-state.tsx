"use client";

import { Button } from "@heroui/react/button";
import { Hourglass, LoaderCircle, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useRefreshWhile } from "@/components/hearing/use-refresh-while";
import { WorkFailure } from "@/components/machine-work/work-failure";
import { answerOr } from "@/components/ui/answer-or";
import type { AnalysisWork } from "@/lib/analysis/get-analysis";

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
      {work && <WorkFailure work={work} title={t(hasAnalysis ? "failedAgain" : "failed")} />}
      {status === "none" && !hasAnalysis && <p className="text-muted">{t("none")}</p>}
      {request && !isUnderWay && (
        <Button
          size="sm"
          variant={hasAnalysis ? "ghost" : "outline"}
          className="self-start"
          isPending={isPending}
          onPress={() => startTransition(async () => setHasFailed(!(await answerOr(request(), false))))}
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
