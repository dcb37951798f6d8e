import { useTranslations } from "next-intl";
import { Figures } from "@/components/overview/figures";
import type { QualityMeasures } from "@/lib/reports/quality/quality-measures";
import { AUDIT_MEASURES, COVERAGE_MEASURES, type QualityMeasure } from "@/lib/reports/quality/quality-order";
import { useQualityMeasures } from "./quality-words";

type QualityFiguresProps = { total: QualityMeasures; hrefOf: (measure: QualityMeasure) => string | null };

/** The totals of a report, each with how it is reckoned; below them how much of all calls they are of, the machine and people apart. */
export function QualityFigures({ total, hrefOf }: QualityFiguresProps) {
  const t = useTranslations("quality");
  const { nameOf, textOf } = useQualityMeasures();
  const figureOf = (measure: QualityMeasure, help: string) => ({
    label: nameOf(measure),
    value: <span className="text-xl">{textOf(measure, total)}</span>,
    help,
    href: hrefOf(measure) ?? undefined,
  });
  return (
    <>
      <Figures figures={AUDIT_MEASURES.map((measure) => figureOf(measure, t(`help.${measure}`)))} />
      <section aria-label={t("coverage.title")}>
        {total.coverage === null ? (
          <p className="mb-4 text-[0.8125rem] text-muted">{t("coverage.none")}</p>
        ) : (
          <Figures figures={COVERAGE_MEASURES.map((measure) => figureOf(measure, t(`coverage.${measure}`)))} />
        )}
      </section>
    </>
  );
}
