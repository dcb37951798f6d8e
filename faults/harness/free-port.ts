import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

// Below the ports that systems give to outgoing connections: a client that calls a dead application over and over would meet itself there.
const LOWEST_PORT = 4_500;
const PORT_COUNT = 100;

/** A port that nobody listens on now, and that the system gives to nobody by itself. Two runs at once hardly ever get the same. */
export async function freePort(): Promise<number> {
  const first = randomInt(PORT_COUNT);
  for (let step = 0; step < PORT_COUNT; step += 1) {
    const port = LOWEST_PORT + ((first + step) % PORT_COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${LOWEST_PORT} to ${LOWEST_PORT + PORT_COUNT - 1}.`);
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
