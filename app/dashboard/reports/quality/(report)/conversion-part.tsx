import { getTranslations } from "next-intl/server";
import { ConversionTable } from "@/components/quality/conversion-table";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Panel } from "@/components/ui/panel";
import { getQualityConversion } from "@/lib/reports/quality/get-quality-conversion";
import { CONVERSION_GROUPS } from "@/lib/reports/quality/quality-filters";
import { conversionHref } from "../audit-links";
import { TableExport } from "../table-export";
import type { PartProps } from "./part";

/** What came of audited pay-per-call calls; nothing where there are none. */
export async function ConversionPart({ viewer, params, filters, here }: PartProps) {
  const group = viewer.role === "agent" ? "band" : params.conversion;
  const [rows, t] = await Promise.all([getQualityConversion({ viewer, by: group, filters }), getTranslations("quality.conversion")]);
  if (rows.length === 0) return null;
  return (
    <Panel title={t("title")} actions={<TableExport params={params} table="conversion" />}>
      {viewer.role !== "agent" && (
        <ChoiceLinks
          isInPanel
          label={t("label")}
          choices={CONVERSION_GROUPS.map((one) => ({ label: t(`by.${one}`), href: here({ conversion: one }), isCurrent: one === group }))}
          className="mx-4 my-3 w-fit"
        />
      )}
      <ConversionTable by={group} rows={rows} hrefOf={(row, isConverted) => conversionHref(filters, { by: group, row, isConverted })} />
      <p className="border-t border-separator px-4 py-2 text-xs text-muted">{t("note")}</p>
    </Panel>
  );
}
