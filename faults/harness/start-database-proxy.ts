import { connect, createServer, type Socket } from "node:net";

const PROTOCOL_3 = 196_608;
const HEADER_BYTES = 8;

/** A way to a database that may lie about what it promises. */
export type DatabaseProxy = {
  url: string /** How many sessions were made to break their promise. */;
  sabotagedCount: () => number;
  close: () => Promise<void>;
};

type StartDatabaseProxyInput = {
  databaseUrl: string;
  /** Sessions that name themselves so are opened with synchronous_commit off, whatever they asked for. Null: all pass as they are. */
  sabotage: string | null;
};

/** Listens on loopback and passes connections on to a PostgreSQL, its first message changed where that is wanted. */
export async function startDatabaseProxy({ databaseUrl, sabotage }: StartDatabaseProxyInput): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let sabotagedCount = 0;

  const change = (message: Buffer) => {
    const parameters = readStartup(message);
    if (sabotage === null || parameters?.get("application_name") !== sabotage) return message;
    sabotagedCount += 1;
    return writeStartup(parameters.set("synchronous_commit", "off"));
  };

  const server = createServer((client) => {
    const upstream = connect({ port: Number(target.port), host: target.hostname });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket
        .on("error", () => undefined)
        .once("close", () => {
          sockets.delete(socket);
          client.destroy();
          upstream.destroy();
        });
    }
    upstream.pipe(client);
    readFirstMessage(client, (message, rest) => {
      upstream.write(change(message));
      upstream.write(rest);
      client.pipe(upstream);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    sabotagedCount: () => sabotagedCount,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Hands the first message over once it is whole, with whatever came after it. */
function readFirstMessage(socket: Socket, handle: (message: Buffer, rest: Buffer) => void): void {
  let received = Buffer.alloc(0);
  const take = (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    if (received.length < HEADER_BYTES || received.length < received.readUInt32BE(0)) return;
    socket.off("data", take);
    socket.pause();
    const length = received.readUInt32BE(0);
    handle(received.subarray(0, length), received.subarray(length));
  };
  socket.on("data", take);
}

/** The parameters of a start-up message, in their order; null when it is another one, such as a question for TLS. */
function readStartup(message: Buffer): Map<string, string> | null {
  if (message.readUInt32BE(4) !== PROTOCOL_3) return null;
  const words = message.subarray(HEADER_BYTES).toString("utf8").split("\0");
  const parameters = new Map<string, string>();
  for (let index = 0; words[index]; index += 2) parameters.set(words[index] ?? "", words[index + 1] ?? "");
  return parameters;
}

function writeStartup(parameters: Map<string, string>): Buffer {
  const text = Buffer.from(`${[...parameters].flat().join("\0")}\0\0`, "utf8");
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(HEADER_BYTES + text.length, 0);
  header.writeUInt32BE(PROTOCOL_3, 4);
  return Buffer.concat([header, text]);
}
