import { isEngineEmbedded } from "@/inngest/client";
import { handleInngestRequest } from "@/inngest/handler";

/**
 * The door by which an Inngest server calls our functions; it wants its signature on every request. The embedded engine calls them within the
 * process, so that nobody has any business here then, and nothing that strangers send is read.
 */
async function answer(request: Request): Promise<Response> {
  if (isEngineEmbedded || !request.headers.has("x-inngest-signature")) return Response.json({ message: "Unauthorized" }, { status: 401 });
  return handleInngestRequest(request);
}

export { answer as GET, answer as POST, answer as PUT };
