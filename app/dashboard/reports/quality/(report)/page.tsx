import { ClipboardCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTimeZone, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { QualityFigures } from "@/components/quality/quality-figures";
import { TrendChart } from "@/components/quality/trend-chart";
import { EmptyReport } from "@/components/reports/empty-report";
import { ReportExport } from "@/components/reports/report-export";
import { ReportTabs } from "@/components/reports/report-tabs";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getQualityReport } from "@/lib/reports/quality/get-quality-report";
import { getQualityTrend } from "@/lib/reports/quality/get-quality-trend";
import { hasQuality } from "@/lib/reports/quality/has-quality";
import { listQualityChoices } from "@/lib/reports/quality/list-quality-choices";
import { canCompareAuditors } from "@/lib/reports/quality/quality-access";
import { spansOf } from "@/lib/reports/quality/spans-of";
import { usualRanges } from "../../range-of";
import { measureHref, trendPointHref } from "../audit-links";
import { exportHref } from "../export-links";
import { filtersOf } from "../filters-of";
import { QualityFilterBar } from "../quality-filter-bar";
import { groupOf } from "../report-view";
import { loadQualityReportParams, qualityReportHref } from "../search-params";
import { AnswersPart } from "./answers-part";
import { ConversionPart } from "./conversion-part";
import { GroupsPart } from "./groups-part";
import { HeatPart } from "./heat-part";
import { ProblemsPart } from "./problems-part";

const PATH = "/dashboard/reports/quality";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("quality"))("title") };
}

export default async function QualityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadQualityReportParams(searchParams);
  const filters = filtersOf(params);
  const by = groupOf(params, viewer);
  const [report, trend, choices, t, timeZone] = await Promise.all([
    getQualityReport({ viewer, by, filters }),
    getQualityTrend({ viewer, filters }),
    listQualityChoices({ viewer, filters }),
    getTranslations("quality"),
    getTimeZone(),
  ]);
  const { total } = report;
  const isOwn = viewer.role === "agent";
  const emptyReason = total.audits > 0 ? null : (await hasQuality({ viewer })) ? "filters" : viewer.role;
  const part = { viewer, params, filters, by, here: (change: Partial<typeof params>) => qualityReportHref(PATH, { ...params, ...change }) };
  return (
    <ClientMessages namespaces={["qualityFilters", "reportRange", "contactChannels"]}>
      <PageHeader
        title={t("title")}
        description={t(isOwn ? "descriptionOwn" : "description", { zone: timeZone })}
        actions={
          <>
            <ReportTabs current="quality" canCompareAuditors={canCompareAuditors(viewer)} />
            {emptyReason === null && (
              <ReportExport
                label={t("export.title")}
                help={t("export.help")}
                files={[{ label: t("export.pdf"), href: exportHref(params, "pdf", "groups") }]}
              />
            )}
          </>
        }
      />
      <QualityFilterBar choices={choices} range={{ from: filters.from, to: filters.to }} ranges={usualRanges()}>
        {emptyReason === null ? (
          <>
            <QualityFigures total={total} hrefOf={(measure) => measureHref(measure, filters, null)} />
            <div className="flex flex-col gap-4">
              <Panel title={t("trend.title")}>
                <TrendChart lines={trend.lines} spans={spansOf(trend.grain, filters)} hrefOf={(point) => trendPointHref(filters, point)} />
              </Panel>
              <GroupsPart {...part} report={report} />
              <AnswersPart {...part} />
              {!isOwn && <HeatPart {...part} />}
              <ProblemsPart {...part} />
              <ConversionPart {...part} />
            </div>
          </>
        ) : (
          <Panel>
            <EmptyReport report="quality" icon={ClipboardCheck} reason={emptyReason} actors={["admin", "supervisor"]} clearHref={PATH} />
          </Panel>
        )}
      </QualityFilterBar>
    </ClientMessages>
  );
}
