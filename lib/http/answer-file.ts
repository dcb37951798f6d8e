import { webStream } from "./web-stream";

type AnswerFileInput = { pieces: AsyncIterable<Uint8Array>; mediaType: string; name: string };

/** A file to be kept, sent as it is made. `name` is ours, never typed by anybody. */
export function answerFile({ pieces, mediaType, name }: AnswerFileInput): Response {
  return new Response(webStream(pieces), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name}"`,
      // no-transform keeps compression from holding pieces back.
      "Cache-Control": "no-store, no-transform",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
