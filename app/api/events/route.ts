import { findSignedInUser } from "@/lib/auth/find-signed-in-user";
import { getSessionClaims } from "@/lib/auth/get-session-claims";
import { watchChanges } from "@/lib/events/watch-changes";
import { shutdownSignal } from "@/lib/shutdown";

/** Often enough that no proxy takes the stream for dead. */
const HEARTBEAT_MS = 20_000;
const RETRY_MS = 2_000;

/** Server-sent events `task`, `delivery` and `alarm`, with the campaign that they concern: what pages need to know to show themselves anew. */
export async function GET(request: Request): Promise<Response> {
  const claims = await getSessionClaims();
  const user = claims && (await findSignedInUser(claims));
  if (!user) return Response.json({ error: { code: "unauthorized" } }, { status: 401 });

  const encoder = new TextEncoder();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stopWatching = watchChanges({
        viewer: user.viewer,
        onChange: ({ kind, campaignId }) => send(`event: ${kind}\ndata: ${JSON.stringify({ campaignId })}\n\n`),
      });
      const heartbeat = setInterval(async () => {
        // Who has lost access since, or changed campaigns, comes back as whoever they are now.
        const now = await findSignedInUser(claims).catch(() => null);
        if (JSON.stringify(now?.viewer) === JSON.stringify(user.viewer)) send(": here\n\n");
        else end();
      }, HEARTBEAT_MS);
      let hasEnded = false;
      end = () => {
        if (hasEnded) return;
        hasEnded = true;
        clearInterval(heartbeat);
        stopWatching();
        controller.close();
      };
      request.signal.addEventListener("abort", end);
      shutdownSignal().addEventListener("abort", end);
      send(`retry: ${RETRY_MS}\n\n`);
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // no-transform keeps compression, ours and a proxy's, from holding events back.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
