import { getViewer } from "@/lib/auth/get-viewer";
import { answerDeleted } from "@/lib/http/answer-deleted";
import { answerError } from "@/lib/http/answer-error";
import { openPeaks } from "@/lib/recordings/open-peaks";

type Context = { params: Promise<{ id: string }> };

/** The waveform that the player draws of a recording, for a signed-in viewer who may hear it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  try {
    const peaks = await openPeaks({ recordingId: (await params).id, viewer });
    if (!peaks) return answerDeleted("The waveform was deleted with its recording.");
    const { json, etag } = peaks;
    const headers = { "Cache-Control": "private, no-cache", "Content-Type": "application/json", ETag: etag };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(json, { headers });
  } catch (error) {
    return answerError(error);
  }
}
