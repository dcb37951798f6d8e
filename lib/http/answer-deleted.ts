/** The answer to a request for what was there and was deleted for good, as its owner had ordered: asking again is of no use. */
export function answerDeleted(message: string): Response {
  return Response.json({ error: { code: "deleted", message } }, { status: 410, headers: { "Cache-Control": "no-store" } });
}
