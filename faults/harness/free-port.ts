import { once } from "node:events";
import { createServer } from "node:net";

// Below the ports that systems give to outgoing connections: a client that calls a dead application over and over would meet itself there.
const LOWEST_PORT = 4_500;
const HIGHEST_PORT = 4_599;

/** A port of loopback that nobody listens on now, and that the system gives to nobody by itself. */
export async function freePort(): Promise<number> {
  for (let port = LOWEST_PORT; port <= HIGHEST_PORT; port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port from ${LOWEST_PORT} to ${HIGHEST_PORT}.`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port), "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
