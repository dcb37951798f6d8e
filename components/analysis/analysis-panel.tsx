import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel";
import type { getAnalysis } from "@/lib/analysis/get-analysis";
import type { TaskTag } from "@/lib/tags/list-task-tags";
import type { Transcript } from "@/lib/transcripts/get-transcript";
import { AnalysisState } from "./analysis-state";
import { CallSummary } from "./call-summary";
import { CallTopics } from "./call-topics";
import { SentimentPicture } from "./sentiment-picture";

type AnalysisPanelProps = {
  campaignId: number;
  found: Awaited<ReturnType<typeof getAnalysis>>;
  transcript: Transcript;
  tags: TaskTag[];
  addTag: ((tagId: string) => Promise<void>) | null;
  /** Has the call read again; null for those who may not. */
  request: (() => Promise<boolean>) | null;
  /** Whether the reader runs the installation, and is told how a model is set up and where a campaign's is switched on. */
  isAdmin: boolean;
};

/** What a language model made of a call. Where none reads it, admins are told why, and others see nothing. */
export function AnalysisPanel({ campaignId, found, transcript, tags, addTag, request, isAdmin }: AnalysisPanelProps) {
  const t = useTranslations("analysis");
  const { analysis, work, reader } = found;
  const isAsked = reader === "on" && (request !== null || work !== null);
  if (!analysis && !isAsked && !isAdmin) return null;
  return (
    <Panel title={t("title")}>
      <div className="flex flex-col gap-4 px-4 py-3 text-sm">
        {analysis && (
          <>
            {analysis.isOutdated && <p className="text-muted">{t("outdated")}</p>}
            <CallSummary summary={analysis.summary} />
            {analysis.topics.length > 0 && (
              <Part title={t("topics")}>
                <CallTopics topics={analysis.topics} tags={tags} addTag={addTag} />
              </Part>
            )}
            <Part title={t("mood")}>
              {analysis.sentiments.length === 0 ? (
                <p className="text-muted">{t("allNeutral")}</p>
              ) : (
                <SentimentPicture sentiments={analysis.sentiments} transcript={transcript} />
              )}
            </Part>
            <Origin analysis={analysis} work={work} />
          </>
        )}
        {reader === "on" ? (
          <AnalysisState campaignId={campaignId} work={work} hasAnalysis={analysis !== null} request={request} />
        ) : (
          isAdmin && <Off campaignId={campaignId} reader={reader} />
        )}
      </div>
    </Panel>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}

type OriginProps = { analysis: NonNullable<AnalysisPanelProps["found"]["analysis"]>; work: AnalysisPanelProps["found"]["work"] };

/** By whom it was read, what that took, and that parts were dropped. */
function Origin({ analysis, work }: OriginProps) {
  const t = useTranslations("analysis");
  const format = useFormatter();
  const tokens = work ? work.inputTokens + work.outputTokens : 0;
  return (
    <div className="border-t border-separator pt-2 text-xs text-muted">
      <p className="wrap-anywhere">
        {[
          t("readBy", { model: analysis.model }),
          ...(tokens > 0 ? [t("tokens", { count: tokens })] : []),
          ...(work?.cost ? [t("cost", { cost: format.number(Number(work.cost), { maximumFractionDigits: 6 }) })] : []),
        ].join(" · ")}
      </p>
      {analysis.droppedCount > 0 && <p>{t("dropped", { count: analysis.droppedCount })}</p>}
    </div>
  );
}

function Off({ campaignId, reader }: { campaignId: number; reader: "campaign_off" | "not_configured" }) {
  const t = useTranslations("analysis.off");
  if (reader === "not_configured") return <p className="text-muted">{t.rich("notConfigured", { code: (name) => <code>{name}</code> })}</p>;
  return (
    <p className="text-muted">
      {t("campaignOff")}{" "}
      <Link href={`/dashboard/campaigns/${campaignId}/speech`} prefetch={false} className="rounded-sm text-accent hover:underline">
        {t("switchOn")}
      </Link>
    </p>
  );
}
