import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { getTimeZone, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { OutcomeChart } from "@/components/outcomes/outcome-chart";
import { OutcomeFigures } from "@/components/outcomes/outcome-figures";
import { OutcomeTable } from "@/components/outcomes/outcome-table";
import { EmptyReport } from "@/components/reports/empty-report";
import { ReportExport } from "@/components/reports/report-export";
import { ReportTabs } from "@/components/reports/report-tabs";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getOutcomeQuality } from "@/lib/reports/outcomes/get-outcome-quality";
import { getOutcomeReport, type OutcomeRow } from "@/lib/reports/outcomes/get-outcome-report";
import { hasOutcomes } from "@/lib/reports/outcomes/has-outcomes";
import { OUTCOME_BREAKDOWNS } from "@/lib/reports/outcomes/outcome-filters";
import { OUTCOME_COUNTS, OUTCOME_MEASURES, type OutcomeMeasure, orderOutcomes } from "@/lib/reports/outcomes/outcome-order";
import { canCompareAuditors } from "@/lib/reports/quality/quality-access";
import { filterChoices } from "../filter-choices";
import { filtersOf } from "../filters-of";
import { OutcomeFilterBar } from "../outcome-filter-bar";
import { chartLinks, NEXT_BREAKDOWN, paramsOfRow, SUBSETS, sortLinkOf, sortOf } from "../report-links";
import { loadOutcomeReportParams, outcomeCallsHref, outcomeReportHref } from "../search-params";

const PATH = "/dashboard/reports/outcomes";
/** Rows that are shown before somebody wants all. */
const MAX_ROWS = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outcomes"))("title") };
}

export default async function OutcomesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadOutcomeReportParams(searchParams);
  const filters = filtersOf(params);
  const { by } = params;
  const [{ total, rows }, quality, choices, t, tMoney, timeZone] = await Promise.all([
    getOutcomeReport({ viewer, by, filters }),
    getOutcomeQuality({ viewer, by, filters }),
    filterChoices({ viewer, filters }),
    getTranslations("outcomes"),
    getTranslations("outcomeMoney"),
    getTimeZone(),
  ]);
  const measures = total.money ? OUTCOME_MEASURES : OUTCOME_COUNTS;
  const chart = measures.find((measure) => measure === params.chart) ?? "calls";
  const here = (change: Partial<typeof params>) => outcomeReportHref(PATH, { ...params, ...change });
  const callsHrefOf = (measure: OutcomeMeasure | "quality", row: OutcomeRow | null = null) =>
    outcomeCallsHref(`${PATH}/calls`, { ...params, ...(row && paramsOfRow(by, row)), only: SUBSETS[measure] ?? null });
  const exportHref = (format: string) => {
    const href = here({ all: false });
    return `${href.replace(PATH, `${PATH}/export`)}${href.includes("?") ? "&" : "?"}format=${format}`;
  };
  const ordered = orderOutcomes(rows, sortOf(params));
  const shown = params.all ? ordered : ordered.slice(0, MAX_ROWS);
  const emptyReason = total.calls > 0 ? null : (await hasOutcomes({ viewer })) ? "filters" : viewer.role;
  return (
    <ClientMessages namespaces={["outcomeFilters", "reportRange"]}>
      <PageHeader
        title={t("title")}
        actions={<ReportTabs current="outcomes" canCompareAuditors={canCompareAuditors(viewer)} />}
        description={`${t(total.money ? "description" : "descriptionOwn")} ${t("zone", { zone: timeZone })} ${total.money ? tMoney("currency") : ""}`}
      />
      <OutcomeFilterBar {...choices}>
        {emptyReason === null ? (
          <>
            <OutcomeFigures total={total} hrefOf={callsHrefOf} />
            <ChoiceLinks
              label={t("breakdown")}
              choices={OUTCOME_BREAKDOWNS.map((one) => ({
                label: t(`by.${one}`),
                href: here({ by: one, sort: null, order: "desc", all: false }),
                isCurrent: one === by,
              }))}
              className="mb-3 w-fit flex-wrap"
            />
            <Panel
              title={t(`titles.${by}`)}
              actions={
                <ReportExport
                  label={t("export.title")}
                  help={t("export.help")}
                  files={[
                    { label: t("export.xlsx"), href: exportHref("xlsx") },
                    { label: t("export.csv"), href: exportHref("csv") },
                  ]}
                />
              }
            >
              <ChoiceLinks
                isInPanel
                label={t("chart.label")}
                choices={chartLinks(measures, here).map(({ measure, href }) => ({
                  href,
                  label: measure === "revenue" || measure === "margin" ? tMoney(`columns.${measure}`) : t(`columns.${measure}`),
                  isCurrent: measure === chart,
                }))}
                className="mx-4 mt-3 w-fit"
              />
              <OutcomeChart by={by} measure={chart} rows={rows} from={filters.from} to={filters.to} />
              <OutcomeTable
                by={by}
                rows={shown}
                total={total}
                quality={quality}
                measures={measures}
                sortLinkOf={(key) => sortLinkOf(key, params, here)}
                narrowHrefOf={(row) => here({ ...paramsOfRow(by, row), by: NEXT_BREAKDOWN[by], sort: null, order: "desc", all: false })}
                callsHrefOf={callsHrefOf}
              />
              {shown.length < ordered.length && (
                <p className="border-t border-border px-4 py-2 text-[0.8125rem] text-muted">
                  {t("moreRows", { shown: shown.length, count: ordered.length })}{" "}
                  <a href={here({ all: true })} className="text-accent hover:underline">
                    {t("showAll")}
                  </a>
                </p>
              )}
            </Panel>
          </>
        ) : (
          <Panel>
            <EmptyReport report="outcomes" icon={ChartNoAxesColumn} reason={emptyReason} actors={["admin"]} clearHref={PATH} />
          </Panel>
        )}
      </OutcomeFilterBar>
    </ClientMessages>
  );
}
