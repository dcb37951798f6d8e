import { z } from "zod";
import { getViewer } from "@/lib/auth/get-viewer";
import { EXPORT_MEDIA_TYPES, exportFormat } from "@/lib/export/export-format";
import { answerFile } from "@/lib/http/answer-file";
import { exportQuality } from "@/lib/reports/quality/export-quality";
import { exportQualityPdf } from "@/lib/reports/quality/pdf/export-quality-pdf";
import { canCompareAuditors } from "@/lib/reports/quality/quality-access";
import { isOfCalibration, QUALITY_TABLES } from "@/lib/reports/quality/quality-tables";
import { filtersOf } from "../filters-of";
import { pdfWords } from "../pdf-words";
import { groupOf, sortOf } from "../report-view";
import { loadQualityReportParams } from "../search-params";
import { tableWords } from "../table-words";

const wanted = z.object({ format: z.enum([...exportFormat.options, "pdf"]), table: z.enum(QUALITY_TABLES).default("groups") });

/** A table of the report at the same address as a file, every row, or the whole report as a PDF, for whoever is signed in: what they see of it. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const asked = wanted.safeParse({ format: searchParams.get("format"), table: searchParams.get("table") ?? undefined });
  if (!asked.success) {
    const message = `format must be csv, xlsx or pdf, table one of ${QUALITY_TABLES.join(", ")}.`;
    return Response.json({ error: { code: "invalid", message } }, { status: 422 });
  }
  const { format, table } = asked.data;
  if (isOfCalibration(table) && !canCompareAuditors(viewer)) return new Response(null, { status: 404 });
  const params = loadQualityReportParams(searchParams);
  const filters = filtersOf(params);
  const by = groupOf(params, viewer);
  const options = {
    ...{ by, sort: sortOf(params, by), questionSort: { key: params.questionSort, order: params.questionOrder } },
    ...{ problem: params.problem, conversion: viewer.role === "agent" ? ("band" as const) : params.conversion },
  };
  const days = `${filters.from}-${filters.to}`;
  if (format === "pdf") {
    const pieces = exportQualityPdf({ viewer, filters, options, words: await pdfWords({ viewer, filters, by, params }) });
    return answerFile({ pieces, mediaType: "application/pdf", name: `auditoria-quality-${days}.pdf` });
  }
  const pieces = exportQuality({ viewer, filters, table, options, words: await tableWords(), format });
  return answerFile({ pieces, mediaType: EXPORT_MEDIA_TYPES[format], name: `auditoria-quality-${table}-${days}.${format}` });
}
