import { useFormatter, useTranslations } from "next-intl";
import { NumberLink } from "@/components/reports/number-link";
import { Panel } from "@/components/ui/panel";
import { MIN_RANKED_AUDITS, type QuestionShare, type RankedQuestions } from "@/lib/agents/rank-questions";

type QuestionRankingProps = {
  questions: RankedQuestions;
  days: number;
  /** The audits in which a question applied. */
  hrefOf: (key: string) => string;
};

/** Which questions are met most and least often, and of how many audits that is told. */
export function QuestionRanking({ questions: { strongest, weakest }, days, hrefOf }: QuestionRankingProps) {
  const t = useTranslations("agentHome.questions");
  if (strongest.length === 0 && weakest.length === 0)
    return (
      <Panel title={t("title")}>
        <p className="p-4 text-muted">{t("tooFew", { count: MIN_RANKED_AUDITS })}</p>
      </Panel>
    );
  return (
    <Panel title={t("title")} actions={<span className="text-xs text-muted">{t("days", { days })}</span>}>
      <Ranking title={t("weakest")} questions={weakest} none={t("noWeakest")} fill="bg-warning" hrefOf={hrefOf} />
      <Ranking title={t("strongest")} questions={strongest} none={t("noStrongest")} fill="bg-success" hrefOf={hrefOf} />
    </Panel>
  );
}

type RankingProps = Pick<QuestionRankingProps, "hrefOf"> & { title: string; questions: QuestionShare[]; none: string; fill: string };

function Ranking({ title, questions, none, fill, hrefOf }: RankingProps) {
  const t = useTranslations("agentHome.questions");
  const format = useFormatter();
  return (
    <section className="border-b border-separator px-4 py-3 last:border-b-0">
      <h3 className="text-xs font-semibold text-muted">{title}</h3>
      {questions.length === 0 && <p className="mt-1 text-sm text-muted">{none}</p>}
      <ul className="mt-1 flex flex-col gap-2">
        {questions.map(({ key, question, share, count }) => (
          <li key={key}>
            <p className="flex items-baseline justify-between gap-3 text-sm">
              <span className="min-w-0 wrap-anywhere">{question}</span>
              <span className="font-medium whitespace-nowrap tabular-nums">{format.number(share, { style: "percent" })}</span>
            </p>
            <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-surface-tertiary">
              <div className={`h-full ${fill}`} style={{ width: `${share * 100}%` }} />
            </div>
            <p className="mt-0.5 text-xs text-muted">
              <NumberLink href={hrefOf(key)} label={t("open", { question, count })}>
                {t("of", { count })}
              </NumberLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
