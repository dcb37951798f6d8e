/** Says that the door is there, to whoever asks. Touches nothing. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
