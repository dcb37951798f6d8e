import { getViewer } from "@/lib/auth/get-viewer";
import { AppError } from "@/lib/errors";
import { answerError } from "@/lib/http/answer-error";
import { exportScorecard } from "@/lib/scorecards/export-scorecard";
import { toVersionName } from "@/lib/scorecards/to-version-name";

type ExportContext = { params: Promise<{ id: string }> };

/** A version of the campaign's scorecard, `?version=3` or `?version=draft`, as a file that can be imported again. */
export async function GET(request: Request, { params }: ExportContext): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const { id } = await params;
  const version = toVersionName(new URL(request.url).searchParams.get("version"));
  try {
    if (version === null) throw new AppError("not_found", "version must be a number or draft.");
    const text = await exportScorecard({ viewer, campaignId: Number(id), version });
    return new Response(text, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="auditoria-scorecard-${Number(id)}-${version}.json"`,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    return answerError(error);
  }
}
