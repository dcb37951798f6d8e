import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { AgreementTable } from "@/components/quality/agreement-table";
import { CalibrationTables } from "@/components/quality/calibration-tables";
import { ReportExport } from "@/components/reports/report-export";
import { ReportTabs } from "@/components/reports/report-tabs";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { type Agreement, listAgreement } from "@/lib/audits/machine/list-agreement";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { Viewer } from "@/lib/auth/viewer";
import { getCalibration } from "@/lib/reports/quality/get-calibration";
import { listQualityChoices } from "@/lib/reports/quality/list-quality-choices";
import { canCompareAuditors } from "@/lib/reports/quality/quality-access";
import type { QualityFilters } from "@/lib/reports/quality/quality-filters";
import { usualRanges } from "../../range-of";
import { agreementHref, calibrationsHref } from "../audit-links";
import { exportHref } from "../export-links";
import { filtersOf } from "../filters-of";
import { QualityFilterBar } from "../quality-filter-bar";
import { loadQualityReportParams } from "../search-params";

const TABLES = ["auditors", "calibratedQuestions", "calibratedCalls"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calibration"))("title") };
}

export default async function CalibrationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  if (!canCompareAuditors(viewer)) notFound();
  const params = await loadQualityReportParams(searchParams);
  const filters = filtersOf(params);
  const [calibration, agreement, choices, t, tExport] = await Promise.all([
    getCalibration({ viewer, filters }),
    agreementOf(viewer, filters),
    listQualityChoices({ viewer, filters }),
    getTranslations("calibration"),
    getTranslations("quality.export"),
  ]);
  const files = TABLES.flatMap((table) =>
    (["xlsx", "csv"] as const).map((format) => ({
      label: tExport("file", { table: tExport(table), format: tExport(format) }),
      href: exportHref(params, format, table),
    })),
  );
  const isEmpty = calibration.calls.length === 0;
  return (
    <ClientMessages namespaces={["qualityFilters", "reportRange", "contactChannels"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <ReportTabs current="calibration" canCompareAuditors />
            {!isEmpty && <ReportExport label={tExport("title")} help={tExport("help")} files={files} />}
          </>
        }
      />
      <QualityFilterBar choices={choices} range={{ from: filters.from, to: filters.to }} ranges={usualRanges()} isCalibration>
        {isEmpty ? (
          <Panel>
            <EmptyState icon={Scale} title={t("empty")} description={t("emptyDescription")} />
          </Panel>
        ) : (
          <CalibrationTables calibration={calibration} hrefOf={(of) => calibrationsHref(filters, of)} />
        )}
        <Panel title={t("machine.title")} className="mt-4">
          {agreement === null || agreement.length === 0 ? (
            <p className="px-4 py-4 text-[0.8125rem] text-muted">{t(agreement === null ? "machine.choose" : "machine.none")}</p>
          ) : (
            <>
              <AgreementTable rows={agreement} hrefOf={(of) => agreementHref(filters, of)} />
              <p className="border-t border-separator px-4 py-2 text-xs text-muted">{t("machine.note")}</p>
            </>
          )}
        </Panel>
      </QualityFilterBar>
    </ClientMessages>
  );
}

/** Of the one campaign that is chosen and seen; null where several are meant. */
async function agreementOf(viewer: Viewer, { campaignIds = [], from, to }: QualityFilters): Promise<Agreement[] | null> {
  const [campaignId, ...others] = campaignIds;
  if (campaignId === undefined || others.length > 0) return null;
  if (viewer.role !== "admin" && !viewer.campaignIds.includes(campaignId)) return null;
  return listAgreement({ viewer, campaignId, from, to });
}
