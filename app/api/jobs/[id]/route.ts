import { getViewer } from "@/lib/auth/get-viewer";
import { answerError } from "@/lib/http/answer-error";
import { getJob } from "@/lib/jobs/get-job";

type Context = { params: Promise<{ id: string }> };

/** How far a job has come, for the page that watches it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  try {
    return Response.json(await getJob({ viewer, id: (await params).id }), { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return answerError(error);
  }
}
