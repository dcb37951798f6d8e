import { useTranslations } from "next-intl";
import { ReportExport } from "@/components/reports/report-export";
import type { QualityTable } from "@/lib/reports/quality/quality-tables";
import { exportHref } from "./export-links";
import type { QualityReportParams } from "./search-params";

/** Takes one table of a report away. */
export function TableExport({ params, table }: { params: QualityReportParams; table: QualityTable }) {
  const t = useTranslations("quality.export");
  return (
    <ReportExport
      label={t("title")}
      help={t("help")}
      files={(["xlsx", "csv"] as const).map((format) => ({
        label: t("file", { table: t(table), format: t(format) }),
        href: exportHref(params, format, table),
      }))}
    />
  );
}
