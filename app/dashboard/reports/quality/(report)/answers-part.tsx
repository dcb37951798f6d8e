import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { QuestionTable, SectionTable } from "@/components/quality/question-table";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Panel } from "@/components/ui/panel";
import { getQuestionReport } from "@/lib/reports/quality/get-question-report";
import { QUESTION_GROUPS } from "@/lib/reports/quality/quality-filters";
import { orderQuestions } from "@/lib/reports/quality/quality-order";
import { sumSections } from "@/lib/reports/quality/sum-sections";
import { auditsHref } from "../audit-links";
import { sortLinks } from "../report-view";
import { TableExport } from "../table-export";
import type { PartProps } from "./part";

/** How questions were answered, those that fail most first. */
export async function AnswersPart({ viewer, params, filters, by, here }: PartProps) {
  const [rows, t] = await Promise.all([getQuestionReport({ viewer, filters }), getTranslations("quality.questions")]);
  const { questions, section } = params;
  const sort = { key: params.questionSort, order: params.questionOrder };
  const sortLinkOf = sortLinks(params, by, here).questions;
  const shown = section === null ? rows : rows.filter((row) => row.section === section);
  return (
    <Panel title={t("title")} actions={<TableExport params={params} table="questions" />}>
      <div className="flex flex-wrap items-center gap-3 px-4 py-3">
        <ChoiceLinks
          isInPanel
          label={t("by")}
          choices={QUESTION_GROUPS.map((group) => ({
            label: t(group),
            href: here({ questions: group, section: null }),
            isCurrent: group === questions,
          }))}
          className="w-fit"
        />
        {questions === "criterion" && section !== null && (
          <span className="text-[0.8125rem]">
            {t("onlySection", { section })}{" "}
            <Link href={here({ section: null })} scroll={false} className="text-accent underline">
              {t("allSections")}
            </Link>
          </span>
        )}
      </div>
      {questions === "criterion" ? (
        <QuestionTable
          rows={orderQuestions(shown, sort)}
          sortLinkOf={sortLinkOf}
          hrefOf={(criterion, answer) => auditsHref(filters, { criterion, answer: [answer] })}
          agreedHrefOf={(criterion) => auditsHref(filters, { criterion, machine: "agreed" })}
        />
      ) : (
        <SectionTable
          rows={orderQuestions(sumSections(rows), sort)}
          sortLinkOf={sortLinkOf}
          narrowHrefOf={(name) => here({ questions: "criterion", section: name })}
        />
      )}
      <p className="border-t border-separator px-4 py-2 text-xs text-muted">{t("note")}</p>
    </Panel>
  );
}
