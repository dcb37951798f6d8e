import { findSignedInUser } from "@/lib/auth/find-signed-in-user";
import { getSessionClaims } from "@/lib/auth/get-session-claims";
import { watchAccess } from "@/lib/auth/watch-access";
import { watchChanges } from "@/lib/events/watch-changes";
import { shutdownSignal } from "@/lib/shutdown";

/** Often enough that no proxy takes the stream for dead. */
const HEARTBEAT_MS = 20_000;
const RETRY_MS = 2_000;

/**
 * Server-sent events `task`, `delivery`, `job` and `alarm`, with the campaign that they concern: what pages need to know to show themselves anew. A last event
 * `access` says that the person may see something else from now on, or nothing; whoever may still come in comes back as who they are then.
 */
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
      const access = watchAccess({
        claims,
        viewer: user.viewer,
        onChange: () => {
          if (hasEnded) return;
          send("event: access\ndata: {}\n\n");
          end();
        },
        onUnknown: () => end(),
      });
      const heartbeat = setInterval(async () => {
        await access.check();
        if (!hasEnded) send(": here\n\n");
      }, HEARTBEAT_MS);
      let hasEnded = false;
      end = () => {
        if (hasEnded) return;
        hasEnded = true;
        clearInterval(heartbeat);
        stopWatching();
        access.stop();
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
