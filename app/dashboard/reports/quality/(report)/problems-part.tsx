import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ProblemCalls } from "@/components/quality/problem-calls";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Panel } from "@/components/ui/panel";
import { listProblemCalls } from "@/lib/reports/quality/list-problem-calls";
import { CALL_PROBLEMS } from "@/lib/reports/quality/quality-filters";
import { auditsHref } from "../audit-links";
import { TableExport } from "../table-export";
import type { PartProps } from "./part";

const USUAL_CALLS = 10;
const ALL_CALLS = 500;

/** Audited calls that deserve a look, by why. */
export async function ProblemsPart({ viewer, params, filters, here }: PartProps) {
  const { problem } = params;
  const limit = params.allCalls ? ALL_CALLS : USUAL_CALLS;
  const [{ calls, total }, t] = await Promise.all([
    listProblemCalls({ viewer, filters, problem, limit }),
    getTranslations("quality.problems"),
  ]);
  const listHref =
    problem === "lowest"
      ? auditsHref(filters, { result: "failed" })
      : problem === "critical"
        ? auditsHref(filters, { critical: true })
        : null;
  const openHref = listHref ?? (calls.length < total ? here({ allCalls: true }) : null);
  return (
    <Panel title={t("title")} actions={<TableExport params={params} table="problems" />}>
      <div className="flex flex-wrap items-center gap-3 px-4 py-3">
        <ChoiceLinks
          isInPanel
          label={t("label")}
          choices={CALL_PROBLEMS.map((one) => ({
            label: t(`kinds.${one}`),
            href: here({ problem: one, allCalls: false }),
            isCurrent: one === problem,
          }))}
          className="w-fit flex-wrap"
        />
        <span className="text-[0.8125rem] text-muted">
          {t("count", { count: total })}
          {total > 0 && openHref && (
            <>
              {" · "}
              <Link href={openHref} prefetch={false} scroll={listHref !== null} className="text-accent underline">
                {t("open")}
              </Link>
            </>
          )}
        </span>
      </div>
      {calls.length === 0 ? (
        <p className="px-4 pb-4 text-[0.8125rem] text-muted">
          {t("none")} {(problem === "silence" || problem === "negative") && t("unheard")}
        </p>
      ) : (
        <ProblemCalls problem={problem} calls={calls} />
      )}
    </Panel>
  );
}
