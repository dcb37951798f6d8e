import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { nameSender } from "@/lib/http/name-sender";

const DRAIN_POLL_MS = 50;
/** Above the idle time of common reverse proxies, so that they and not we end a connection. */
const KEEP_ALIVE_MS = 75_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The installation's HTTP server. */
export type FrontDoor = {
  /** The port it listens on. */
  port: number;
  /** Gives requests to the application from now on; before, each gets 503. */
  open: (handler: Handler) => void;
  /** Takes no new connection, ends event streams, waits for requests under way up to `limitMs`, then cuts what is left. */
  drain: (limitMs: number) => Promise<void>;
};

/** Listens at once, answering 503 with Retry-After until it is opened. Throws one sentence when the port can't be had. */
export async function openFrontDoor(port: number): Promise<FrontDoor> {
  const underWay = new Set<ServerResponse>();
  let handler: Handler | null = null;

  const server = createServer((request, response) => {
    if (!handler) return answerNotReady(response);
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    nameSender(request);
    if (request.url?.startsWith("/")) request.url = collapseSlashes(request.url);
    handler(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const actualPort = await listen(server, port);

  return {
    port: actualPort,
    open: (opened) => {
      handler = opened;
    },
    drain: (limitMs) => drain({ server, underWay, limitMs }),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    await once(server.listen(port), "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const reason =
      code === "EADDRINUSE" ? "is taken by another program" : code === "EACCES" ? "needs rights that this account lacks" : "can't be had";
    throw new Error(`PORT: port ${port} ${reason}; set PORT to a free one.`, { cause: error });
  }
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : port;
}

function answerNotReady(response: ServerResponse): void {
  response.writeHead(503, { "Content-Type": "application/json", "Retry-After": "2", "Cache-Control": "no-store", Connection: "close" });
  response.end(JSON.stringify({ status: "unavailable", reason: "The application is starting." }));
}

/** Next.js answers a repeated slash with a redirect, which webhook senders do not follow. */
function collapseSlashes(url: string): string {
  if (!url.includes("//")) return url;
  const [path = "", ...query] = url.split("?");
  return [path.replace(/\/{2,}/g, "/"), ...query].join("?");
}

async function drain({ server, underWay, limitMs }: { server: Server; underWay: Set<ServerResponse>; limitMs: number }): Promise<void> {
  const closed = once(server, "close");
  server.close();
  for (const response of underWay) {
    // An event stream has no end of its own; its browser comes back by itself.
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.destroy();
    else if (!response.headersSent) response.setHeader("Connection", "close");
  }
  const idleTimer = setInterval(() => server.closeIdleConnections(), DRAIN_POLL_MS);
  const cutTimer = setTimeout(() => server.closeAllConnections(), limitMs);
  await closed;
  clearInterval(idleTimer);
  clearTimeout(cutTimer);
}
