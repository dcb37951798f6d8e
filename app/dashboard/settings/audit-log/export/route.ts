import { exportAuditLog } from "@/lib/audit-log/export-audit-log";
import { getViewer } from "@/lib/auth/get-viewer";
import { answerError } from "@/lib/http/answer-error";
import { answerFile } from "@/lib/http/answer-file";
import { filtersOf } from "../filters-of";
import { loadAuditLogSearchParams } from "../search-params";

/** The entries that the address narrows the log to, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  try {
    const pieces = await exportAuditLog({ actor: viewer, filters: filtersOf(loadAuditLogSearchParams(request)) });
    return answerFile({ pieces, mediaType: "text/csv; charset=utf-8", name: `audit-log-${new Date().toISOString().slice(0, 10)}.csv` });
  } catch (error) {
    return answerError(error);
  }
}
