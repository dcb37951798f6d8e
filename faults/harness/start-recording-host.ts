import { hash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { makeWav } from "../../e2e/hosts/sounds";

/** Calls are spread over as many ports, so that what one process held as it was killed does not hold up every other call. */
const PORT_COUNT = 4;
const NOT_YET_EVERY = 6;
const SLOW_EVERY = 7;
const SLOW_PIECES = 10;
const SLOW_PIECE_MS = 20;

/** A host with one recording a call, each a file of its own. */
export type RecordingHost = {
  /** As RECORDING_ALLOW_HOSTS wants it. */
  allowHosts: string;
  urlOf: (number: number) => string;
  /** SHA-256 in hex of each recording that went out whole, by its address. */
  served: Map<string, string>;
  /** From now on recordings go out by half and stop there, until `release`; `halfSent` counts those that wait. */
  hold: () => { halfSent: () => number; release: () => void };
  close: () => Promise<void>;
};

/**
 * Starts the host. Recordings are small and valid; of six, one answers 404 at first, as platforms do that are not done with a file, and of
 * seven, one comes in pieces, so that a process can die in the middle of it.
 */
export async function startRecordingHost(): Promise<RecordingHost> {
  const served = new Map<string, string>();
  const asked = new Set<string>();
  let gate: Gate | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse, origin: string): Promise<void> {
    const path = request.url ?? "";
    const number = Number(/^\/recordings\/(\d+)\.wav$/.exec(path)?.[1] ?? "-1");
    const isNotYet = number % NOT_YET_EVERY === 0 && !asked.has(path);
    asked.add(path);
    if (number < 0 || isNotYet) return void response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    const file = makeWav({ seconds: number % SLOW_EVERY === 0 ? 2 : 0.5, seed: number });
    response.writeHead(200, { "content-type": "audio/wav", "content-length": file.length });
    if (gate) {
      response.write(file.subarray(0, file.length / 2));
      await gate.wait();
      response.end(file.subarray(file.length / 2));
    } else if (number % SLOW_EVERY === 0) {
      await sendInPieces(response, file);
    } else {
      response.end(file);
    }
    served.set(`${origin}${path}`, hash("sha256", file, "hex"));
  }

  const doors = await Promise.all(Array.from({ length: PORT_COUNT }, () => openDoor(answer)));
  return {
    allowHosts: doors.map(({ hostAndPort }) => hostAndPort).join(","),
    urlOf: (number) => `http://${doors[number % doors.length]?.hostAndPort}/recordings/${number}.wav`,
    served,
    hold: () => {
      const held = openGate();
      gate = held;
      return {
        halfSent: held.waiting,
        release: () => {
          gate = null;
          held.open();
        },
      };
    },
    close: async () => {
      gate?.open();
      await Promise.all(doors.map(({ close }) => close()));
    },
  };
}

async function sendInPieces(response: ServerResponse, file: Buffer): Promise<void> {
  const size = Math.ceil(file.length / SLOW_PIECES);
  for (let start = 0; start < file.length; start += size) {
    response.write(file.subarray(start, start + size));
    await wait(SLOW_PIECE_MS);
  }
  response.end();
}

type Gate = { wait: () => Promise<void>; waiting: () => number; open: () => void };

function openGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  let count = 0;
  return {
    wait: () => {
      count += 1;
      return promise;
    },
    waiting: () => count,
    open: resolve,
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse, origin: string) => Promise<void>;

async function openDoor(answer: Answer): Promise<{ hostAndPort: string; close: () => Promise<void> }> {
  let hostAndPort = "";
  const server = createServer((request, response) => {
    answer(request, response, `http://${hostAndPort}`).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The recording host has no port.");
  hostAndPort = `127.0.0.1:${address.port}`;
  return {
    hostAndPort,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
