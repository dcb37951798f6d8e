import { once } from "node:events";
import { createServer, type Server } from "node:http";

/** A server for the recordings, on a port of its own, before the application is told that it may fetch from there. */
export async function openRecordingServer(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The simulated PBX found no free port.");
  return { server, port: address.port };
}
