import { ClipboardCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type Figure, Figures } from "@/components/overview/figures";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { AgentHome as AgentHomeData, AuditSum, TrendGrain } from "@/lib/agents/get-agent-home";
import { AgentDisputes } from "./agent-disputes";
import { AuditsToRead } from "./audits-to-read";
import { LatestPraise } from "./latest-praise";
import { QuestionRanking } from "./question-ranking";
import { ScoreTrend } from "./score-trend";

type AgentHomeProps = {
  home: AgentHomeData;
  /** Over how many days the share that passes and the questions are told. */
  days: number;
  grain: TrendGrain;
  grainLinks: { grain: TrendGrain; href: string }[];
  /** The list of these audits, narrowed to some. */
  auditsHref: AuditsHref;
  /** False for those who look at somebody else's. */
  isOwn: boolean;
};

/** `criterion`: the key of a question that applied. */
export type AuditsHref = (narrowed: { from?: string; to?: string; result?: "passed"; criterion?: string }) => string;

/** How somebody's calls were audited: scores, trend, questions, praise, and what waits for them. */
export function AgentHome({ home, days, grain, grainLinks, auditsHref, isOwn }: AgentHomeProps) {
  const t = useTranslations("agentHome");
  const { total, trend, questions, praise, toRead, openDisputes, decidedDisputes } = home;
  if (total === 0)
    return (
      <Panel className="mb-4">
        <EmptyState
          icon={ClipboardCheck}
          title={t("empty.title")}
          description={t(isOwn ? "empty.description" : "empty.descriptionOthers")}
        />
      </Panel>
    );
  return (
    <>
      <HomeFigures home={home} days={days} auditsHref={auditsHref} />
      <div className="mb-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <AuditsToRead toRead={toRead} isOwn={isOwn} />
          <AgentDisputes
            open={openDisputes}
            decided={decidedDisputes}
            hrefOf={isOwn ? undefined : ({ id }) => `/dashboard/disputes/${id}`}
          />
          <LatestPraise praise={praise} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <ScoreTrend points={trend} grain={grain} links={grainLinks} auditsHref={auditsHref} />
          <QuestionRanking questions={questions} days={days} hrefOf={(criterion) => auditsHref({ from: home.recent.from, criterion })} />
        </div>
      </div>
    </>
  );
}

function HomeFigures({
  home: { total, thisMonth, previousMonth, recent },
  days,
  auditsHref,
}: Pick<AgentHomeProps, "home" | "days" | "auditsHref">) {
  const t = useTranslations("agentHome.figures");
  const format = useFormatter();
  const linkTo = ({ count, from, to }: AuditSum, result?: "passed") =>
    count === 0 ? undefined : auditsHref({ from, to: to ?? undefined, result });
  const averageOf = ({ count, average }: AuditSum): Pick<Figure, "value" | "help"> => ({
    value: average === null ? "–" : format.number(average, { maximumFractionDigits: 1 }),
    help: t("of", { count }),
  });
  return (
    <Figures
      figures={[
        { label: t("thisMonth"), ...averageOf(thisMonth), href: linkTo(thisMonth) },
        { label: t("previousMonth"), ...averageOf(previousMonth), href: linkTo(previousMonth) },
        {
          label: t("passed"),
          value: recent.count === 0 ? "–" : format.number(recent.passed / recent.count, { style: "percent" }),
          help: t("passedOf", { passed: recent.passed, count: recent.count, days }),
          href: linkTo(recent, "passed"),
        },
        { label: t("total"), value: format.number(total), help: t("totalHelp"), href: auditsHref({}) },
      ]}
    />
  );
}
