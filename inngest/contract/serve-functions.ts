import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { InngestFunction } from "inngest";
import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { env } from "@/lib/env";
import { inngest, isEngineEmbedded } from "../client";
import type { EngineSettings } from "../engine/settings";
import { signedRequest } from "../engine/signed-request";
import { type RunningEngine, startEngine } from "../engine/start-engine";

/** What the same tests run against: decided by the environment alone, and said in the tests' names. */
export const targetName = isEngineEmbedded ? "the embedded engine" : `the Inngest server at ${env.INNGEST_BASE_URL ?? "inngest.com"}`;

/** Milliseconds that a test may take: a real server waits 15 s and more before it tries again. */
export const patienceMs = isEngineEmbedded ? 20_000 : 240_000;

export type Handler = (request: Request) => Promise<Response>;

type ServeFunctionsInput = {
  functions: InngestFunction.Like[];
  /** Engines on the same database; a real server is one. */
  engines?: number;
  settings?: Partial<EngineSettings>;
  databaseUrl?: string;
};

/** How often each function was called, by its full id. */
export const callCounts = new Map<string, number>();

/** Answers calls to these functions, as the route does. */
export function handlerOf(functions: InngestFunction.Like[]): Handler {
  const handler = serve({ client: inngest, functions, enableUnauthedSync: false });
  return (request) => {
    const functionId = new URL(request.url).searchParams.get("fnId");
    if (functionId) callCounts.set(functionId, (callCounts.get(functionId) ?? 0) + 1);
    return handler(asNextRequest(request), undefined);
  };
}

/** Has the target run these functions until `stop`. Retries come at once, where that can be chosen. */
export async function serveFunctions({ functions, engines = 1, settings, databaseUrl }: ServeFunctionsInput): Promise<RunningEngine> {
  const handler = handlerOf(functions);
  if (!isEngineEmbedded) return serveToRemote(handler);
  const running = await Promise.all(
    Array.from({ length: engines }, () =>
      startEngine({ handler, databaseUrl, settings: { retryDelaysMs: [10], retryJitterMs: 0, ...settings } }),
    ),
  );
  return {
    async stop() {
      await Promise.all(running.map((engine) => engine.stop()));
    },
  };
}

/** The SDK wants Next.js's own class but reads only what every Request has. */
function asNextRequest(request: Request): NextRequest {
  return request as NextRequest;
}

async function serveToRemote(handler: Handler): Promise<RunningEngine> {
  const server = createServer((incoming, outgoing) => void answer({ handler, server, incoming, outgoing }));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { method, headers, body } = await register(server);
  const response = await handler(new Request(`${addressOf(server)}/api/inngest`, { method, headers, body }));
  if (response.status !== 200) throw new Error(`${targetName} did not take the functions: ${await response.text()}`);
  return {
    async stop() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

/** The request that makes the SDK tell the server which functions there are. */
async function register(server: Server) {
  const url = `${addressOf(server)}/api/inngest`;
  const request = signedRequest({ method: "PUT", search: "", body: { url }, signingKey: env.INNGEST_SIGNING_KEY ?? "" });
  return { method: request.method, headers: request.headers, body: await request.text() };
}

async function answer(exchange: { handler: Handler; server: Server; incoming: IncomingMessage; outgoing: ServerResponse }) {
  const { handler, server, incoming, outgoing } = exchange;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]));
  const hasBody = incoming.method === "POST" || incoming.method === "PUT";
  const request = new Request(new URL(incoming.url ?? "/", addressOf(server)), {
    method: incoming.method,
    headers,
    body: hasBody ? Buffer.concat(chunks) : undefined,
  });
  const response = await handler(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test's server does not listen.");
  return `http://127.0.0.1:${address.port}`;
}
