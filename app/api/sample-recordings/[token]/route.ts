import { answerError } from "@/lib/http/answer-error";
import { webStream } from "@/lib/http/web-stream";
import { openSampleRecording } from "@/lib/sample-calls/open-sample-recording";

/** The bundled recording of a sample call, to this installation's own downloader. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    const { body, sizeBytes, mediaType } = await openSampleRecording({ token: (await params).token });
    const headers = { "Content-Type": mediaType, "Content-Length": String(sizeBytes), "Cache-Control": "no-store" };
    return new Response(webStream(body), { headers });
  } catch (error) {
    return answerError(error);
  }
}
