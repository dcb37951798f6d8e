import { z } from "zod";
import { getViewer } from "@/lib/auth/get-viewer";
import { EXPORT_MEDIA_TYPES, exportFormat } from "@/lib/export/export-format";
import { answerFile } from "@/lib/http/answer-file";
import { exportQuality } from "@/lib/reports/quality/export-quality";
import { canCompareAuditors } from "@/lib/reports/quality/quality-access";
import { isOfCalibration, QUALITY_TABLES } from "@/lib/reports/quality/quality-tables";
import { filtersOf } from "../filters-of";
import { groupOf, sortOf } from "../report-view";
import { loadQualityReportParams } from "../search-params";
import { tableWords } from "../table-words";

const wanted = z.object({ format: exportFormat, table: z.enum(QUALITY_TABLES).default("groups") });

/** A table of the report at the same address as a file, for whoever is signed in: what they see of it, every row. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  const asked = wanted.safeParse({ format: searchParams.get("format"), table: searchParams.get("table") ?? undefined });
  if (!asked.success)
    return Response.json(
      { error: { code: "invalid", message: `format must be csv or xlsx, table one of ${QUALITY_TABLES.join(", ")}.` } },
      { status: 422 },
    );
  const { format, table } = asked.data;
  if (isOfCalibration(table) && !canCompareAuditors(viewer)) return new Response(null, { status: 404 });
  const params = loadQualityReportParams(searchParams);
  const filters = filtersOf(params);
  const by = groupOf(params, viewer);
  const options = {
    ...{ by, sort: sortOf(params, by), questionSort: { key: params.questionSort, order: params.questionOrder } },
    ...{ problem: params.problem, conversion: viewer.role === "agent" ? ("band" as const) : params.conversion },
  };
  const pieces = exportQuality({ viewer, filters, table, options, words: await tableWords(), format });
  const name = `auditoria-quality-${table}-${filters.from}-${filters.to}.${format}`;
  return answerFile({ pieces, mediaType: EXPORT_MEDIA_TYPES[format], name });
}
