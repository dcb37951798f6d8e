import { exportAuditLog } from "@/lib/audit-log/export-audit-log";
import { getViewer } from "@/lib/auth/get-viewer";
import { streamText } from "@/lib/export/stream-text";
import { answerError } from "@/lib/http/answer-error";
import { filtersOf } from "../filters-of";
import { loadAuditLogSearchParams } from "../search-params";

/** The entries that the address narrows the log to, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  try {
    const pieces = await exportAuditLog({ actor: viewer, filters: filtersOf(loadAuditLogSearchParams(request)) });
    return new Response(streamText(pieces), {
      headers: {
        "Cache-Control": "no-store",
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="audit-log-${new Date().toISOString().slice(0, 10)}.csv"`,
      },
    });
  } catch (error) {
    return answerError(error);
  }
}
