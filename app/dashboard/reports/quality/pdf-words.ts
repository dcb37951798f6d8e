import { getFormatter, getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { Viewer } from "@/lib/auth/viewer";
import { FEW_ANSWERS } from "@/lib/reports/quality/get-heat-map";
import { listQualityChoices } from "@/lib/reports/quality/list-quality-choices";
import type { QualityPdfWords } from "@/lib/reports/quality/pdf/export-quality-pdf";
import type { QualityFilters, QualityGroup } from "@/lib/reports/quality/quality-filters";
import { getAccount } from "@/lib/users/get-account";
import type { QualityReportParams } from "./search-params";
import { tableWords } from "./table-words";

type PdfWordsInput = { viewer: Viewer; filters: QualityFilters; by: QualityGroup; params: QualityReportParams };

/** What a report on paper says in its reader's language, with who made it when, and what it is of. */
export async function pdfWords({ viewer, filters, by, params }: PdfWordsInput): Promise<QualityPdfWords> {
  const [t, table, format, language, zone, { name }] = await Promise.all([
    getTranslations("quality"),
    tableWords(),
    getFormatter(),
    getLocale(),
    getTimeZone(),
    getAccount({ viewer }),
  ]);
  const day = (text: string) =>
    format.dateTime(new Date(`${text}T12:00:00Z`), { timeZone: "UTC", day: "2-digit", month: "short", year: "numeric" });
  const date = format.dateTime(new Date(), { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  const narrowed = await filterLines({ viewer, filters });
  return {
    language,
    table,
    day,
    title: t("pdf.title"),
    lines: [
      t("pdf.days", { from: day(filters.from), to: day(filters.to) }),
      narrowed.length > 0 ? t("pdf.filters", { filters: narrowed.join("; ") }) : t("pdf.noFilters"),
      t("pdf.made", { date, zone, name }),
    ],
    titleOf: (part) => {
      if (part === "groups") return t(`titles.${by}`);
      if (part === "problems") return `${t("problems.title")}: ${t(`problems.kinds.${params.problem}`)}`;
      if (part === "trend" || part === "questions" || part === "heat" || part === "conversion") return t(`${part}.title`);
      return t(`export.${part}`);
    },
    notes: {
      trend: t("trend.note"),
      questions: t("questions.note"),
      heat: t("heat.few", { count: FEW_ANSWERS }),
      conversion: t("conversion.note"),
    },
    count: (count) => format.number(count, { maximumFractionDigits: 2 }),
    score: (score) => format.number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    share: (share) => format.number(share, { style: "percent", maximumFractionDigits: 1 }),
    begins: (campaign, version) => t("trend.begins", { campaign, version }),
    page: (page, pages) => t("pdf.page", { page, pages }),
    rows: (shown, count) => t("pdf.rows", { shown, count }),
  };
}

/** The filters by the names of what they name; what the viewer may not see has none. */
async function filterLines({ viewer, filters }: Pick<PdfWordsInput, "viewer" | "filters">): Promise<string[]> {
  const [choices, t, tFilters, tChannels] = await Promise.all([
    listQualityChoices({ viewer, filters }),
    getTranslations("quality.pdf"),
    getTranslations("qualityFilters"),
    getTranslations("contactChannels"),
  ]);
  const namesOf = (all: { id: string | number; name: string }[], ids: (string | number)[] = []) =>
    ids.map((id) => all.find((one) => one.id === id)?.name ?? String(id)).join(", ");
  const versions = choices.versions.map(({ id, number }) => ({ id, name: String(number) }));
  const { campaignIds = [], operatorIds = [], auditorIds = [], versionIds = [], by, channel } = filters;
  return [
    ...(campaignIds.length > 0 ? [t("campaigns", { names: namesOf(choices.campaigns, campaignIds) })] : []),
    ...(operatorIds.length > 0 ? [t("operators", { names: namesOf(choices.operators, operatorIds) })] : []),
    ...(auditorIds.length > 0 ? [t("auditors", { names: namesOf(choices.auditors, auditorIds) })] : []),
    ...(versionIds.length > 0 ? [t("versions", { names: namesOf(versions, versionIds) })] : []),
    ...(by ? [t("maker", { name: tFilters(`makers.${by}`) })] : []),
    ...(channel ? [t("channel", { name: tChannels(channel) })] : []),
  ];
}
