import { getTranslations } from "next-intl/server";
import { CALL_ENDERS } from "@/db/enums";
import { getViewer } from "@/lib/auth/get-viewer";
import { EXPORT_MEDIA_TYPES, exportFormat } from "@/lib/export/export-format";
import { answerFile } from "@/lib/http/answer-file";
import { exportOutcomes, type OutcomeExportWords } from "@/lib/reports/outcomes/export-outcomes";
import type { OutcomeBreakdown } from "@/lib/reports/outcomes/outcome-filters";
import { filtersOf } from "../filters-of";
import { sortOf } from "../report-links";
import { loadOutcomeReportParams } from "../search-params";

/** The report at the same address as a file, for whoever is signed in: what they see of it, every row. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const url = new URL(request.url);
  const format = exportFormat.safeParse(url.searchParams.get("format"));
  if (!format.success) return Response.json({ error: { code: "invalid", message: "format must be csv or xlsx." } }, { status: 422 });
  const params = loadOutcomeReportParams(url.searchParams);
  const { by } = params;
  const filters = filtersOf(params);
  const pieces = exportOutcomes({ viewer, by, filters, sort: sortOf(params), format: format.data, words: await exportWords(by) });
  const name = `auditoria-outcomes-${by.toLowerCase()}-${filters.from}-${filters.to}.${format.data}`;
  return answerFile({ pieces, mediaType: EXPORT_MEDIA_TYPES[format.data], name });
}

async function exportWords(by: OutcomeBreakdown): Promise<OutcomeExportWords> {
  const [t, tMoney] = await Promise.all([getTranslations("outcomes"), getTranslations("outcomeMoney")]);
  return {
    value: t(`by.${by === "publisherSub" ? "publisher" : by}`),
    detail: t("by.publisherSub"),
    campaignId: t("export.campaignId"),
    measures: {
      calls: t("columns.calls"),
      duplicates: t("columns.duplicates"),
      connected: t("columns.connected"),
      converted: t("columns.converted"),
      rate: t("columns.rate"),
      revenue: tMoney("columns.revenue"),
      cost: tMoney("columns.cost"),
      payout: tMoney("columns.payout"),
      margin: tMoney("columns.margin"),
      perCall: tMoney("columns.perCall"),
    },
    quality: { average: t("quality.title"), audits: t("quality.audits") },
    values: by === "endedBy" ? Object.fromEntries(CALL_ENDERS.map((ender) => [ender, t(`enders.${ender}`)])) : {},
  };
}
