import { getViewer } from "@/lib/auth/get-viewer";
import { answerDeleted } from "@/lib/http/answer-deleted";
import { answerError } from "@/lib/http/answer-error";
import { webStream } from "@/lib/http/web-stream";
import { type OpenedRecording, openRecording } from "@/lib/recordings/open-recording";

type Context = { params: Promise<{ id: string }> };

/** A recording's audio, whole or by Range, for a signed-in viewer who may hear it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  try {
    const { headers } = request;
    const recording = await openRecording({
      recordingId: (await params).id,
      viewer,
      range: headers.get("range"),
      ifRange: headers.get("if-range"),
      ifNoneMatch: headers.get("if-none-match"),
      // What a browser says of every audio element's requests, and of nothing else (w3.org/TR/fetch-metadata).
      isPlayed: headers.get("sec-fetch-dest") === "audio",
      hasBody: request.method !== "HEAD",
    });
    if (!recording) return answerDeleted("The recording was deleted when its campaign's time for keeping it had passed.");
    return new Response(recording.body && webStream(recording.body), { status: recording.status, headers: headersOf(recording) });
  } catch (error) {
    return answerError(error);
  }
}

export const HEAD = GET;

function headersOf({ id, status, range, sizeBytes, mediaType, etag }: OpenedRecording): HeadersInit {
  const common = {
    "Accept-Ranges": "bytes",
    // Kept by the viewer's own browser alone, and asked for each time: a right that was taken away is gone at once.
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    ETag: etag,
  };
  if (status === 304) return common;
  if (status === 416) return { ...common, "Content-Range": `bytes */${sizeBytes}` };
  return {
    ...common,
    "Content-Type": mediaType,
    "Content-Disposition": `inline; filename="recording-${id}"`,
    "Content-Length": String(range ? range.end - range.start + 1 : sizeBytes),
    ...(range ? { "Content-Range": `bytes ${range.start}-${range.end}/${sizeBytes}` } : {}),
  };
}
