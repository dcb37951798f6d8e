import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";

export const REPORTS = {
  quality: "/dashboard/reports/quality",
  calibration: "/dashboard/reports/quality/calibration",
  outcomes: "/dashboard/reports/outcomes",
};

type ReportTabsProps = { current: keyof typeof REPORTS; canCompareAuditors: boolean };

/** From one report to the others that the viewer has. */
export function ReportTabs({ current, canCompareAuditors }: ReportTabsProps) {
  const t = useTranslations("reports");
  const shown = (["quality", "calibration", "outcomes"] as const).filter((report) => report !== "calibration" || canCompareAuditors);
  return (
    <ChoiceLinks
      label={t("label")}
      choices={shown.map((report) => ({ label: t(report), href: REPORTS[report], isCurrent: report === current }))}
      className="w-fit"
    />
  );
}
