import { getTranslations } from "next-intl/server";
import type { QualityTableWords } from "@/lib/reports/quality/quality-tables";

/** The words of exported tables in the reader's language. */
export async function tableWords(): Promise<QualityTableWords> {
  const [t, tMoney, tChannels] = await Promise.all([
    getTranslations("quality"),
    getTranslations("qualityMoney"),
    getTranslations("contactChannels"),
  ]);
  return {
    by: (group) => t(`by.${group}`),
    measure: (measure) => t(`measures.${measure}`),
    column: (column) => (column === "perCall" ? tMoney("perCall") : t(`table.${column}`)),
    critical: (level) => t(`questions.critical.${level}`),
    channel: (channel) => tChannels(channel),
    noOperator: t("value.noOperator"),
    machine: t("value.machine"),
  };
}
