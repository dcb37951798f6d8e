import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

// Below the ports that systems give to outgoing connections: a client that calls a dead application over and over would meet itself there.
const LOWEST_PORT = 4_500;
const PORT_COUNT = 50;
/** Of the runner's workers, counted from one: each has ports of its own, so that none takes that of an application which is just dead. */
const WORKER = Number(process.env.VITEST_POOL_ID ?? 1);

/** A port that nobody listens on now, and that the system gives to nobody by itself. Two runs at once hardly ever get the same. */
export async function freePort(): Promise<number> {
  const lowest = LOWEST_PORT + (WORKER - 1) * PORT_COUNT;
  const first = randomInt(PORT_COUNT);
  for (let step = 0; step < PORT_COUNT; step += 1) {
    const port = lowest + ((first + step) % PORT_COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${lowest} to ${lowest + PORT_COUNT - 1}.`);
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
