import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { SelfSignedCertificate } from "./self-signed-certificate";

/** One answer of a host, good or bad. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A recording host on loopback that does what it was told to, and remembers what it was asked. */
export type RecordingHost = {
  /** host:port as RECORDING_ALLOW_HOSTS names it. */
  hostAndPort: string;
  origin: string;
  /** Connections that reached it, whether or not they asked for anything. */
  connectionCount: () => number;
  requests: { path: string; headers: IncomingMessage["headers"] }[];
  /** Makes a path answer by these behaviours in turn, the last for good; returns its address. */
  serve: (path: string, ...behaviours: Behaviour[]) => string;
  close: () => Promise<void>;
};

/** Starts a host on a port of loopback, a free one unless given; with a certificate it speaks https. `hostname` is the name in its addresses. */
export async function startRecordingHost({
  certificate,
  hostname = "127.0.0.1",
  port: wantedPort = 0,
}: {
  certificate?: SelfSignedCertificate;
  hostname?: string;
  port?: number;
} = {}): Promise<RecordingHost> {
  const scripts = new Map<string, Behaviour[]>();
  const requests: RecordingHost["requests"] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? "";
    requests.push({ path, headers: request.headers });
    const script = scripts.get(path) ?? [];
    const behaviour = script.length > 1 ? script.shift() : script[0];
    // What was not served is not there, as on any host.
    if (behaviour) behaviour(request, response);
    else response.writeHead(404).end();
  };
  const server = certificate ? createTlsServer({ key: certificate.key, cert: certificate.cert }, listener) : createServer(listener);
  server.on("connection", () => {
    connections++;
  });
  await new Promise<void>((resolve) => server.listen(wantedPort, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The recording host has no port.");
  const { port } = address;
  const origin = `${certificate ? "https" : "http"}://${hostname}:${port}`;
  return {
    hostAndPort: `${hostname}:${port}`,
    origin,
    connectionCount: () => connections,
    requests,
    serve: (path, ...behaviours) => {
      scripts.set(path, behaviours);
      return `${origin}${path}`;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
