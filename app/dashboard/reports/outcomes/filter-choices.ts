import { getTranslations } from "next-intl/server";
import { CALL_ENDERS } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { listOutcomeCampaigns } from "@/lib/reports/outcomes/list-outcome-campaigns";
import { filteredFields, type OutcomeField, type OutcomeFilters } from "@/lib/reports/outcomes/outcome-filters";
import { usualRanges } from "../range-of";

/** What the bar of filters offers and what it says of the filters that there are. */
export async function filterChoices({ viewer, filters }: { viewer: Viewer; filters: OutcomeFilters }) {
  const [campaigns, t, tFilters] = await Promise.all([
    listOutcomeCampaigns({ viewer }),
    getTranslations("outcomes"),
    getTranslations("outcomeFilters"),
  ]);
  const labelOf = (field: OutcomeField, value: string) => {
    const ender = field === "endedBy" ? CALL_ENDERS.find((one) => one === value) : undefined;
    const text = ender ? t(`enders.${ender}`) : field === "hour" ? tFilters("hour", { hour: value }) : value || t("blank");
    return `${t(`by.${field}`)}: ${text}`;
  };
  return {
    campaigns,
    range: { from: filters.from, to: filters.to },
    ranges: usualRanges(),
    labels: Object.fromEntries(
      filteredFields(filters).map((field) => [field, (filters.values?.[field] ?? []).map((value) => labelOf(field, value))]),
    ),
  };
}
