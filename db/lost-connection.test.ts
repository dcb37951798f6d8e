import { connect, createServer, type Socket } from "node:net";
import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { cloneDatabase } from "./testing/clone-database";

// What the driver does of itself, and why it is changed, is told in docs/decisions/patched-database-driver.md.

const url = await cloneDatabase(inject("templateDatabaseUrl"));

test.each([
  { how: "closed", hangUp: (socket: Socket) => socket.destroy() },
  { how: "reset", hangUp: (socket: Socket) => socket.resetAndDestroy() },
])(
  "a transaction whose connection is $how in the middle of a statement fails as a whole, and the next one is served at once",
  async ({ hangUp }) => {
    const { sql, sockets } = await openPool();
    const uncaught = listenForUncaught();
    for (let round = 0; round < 3; round += 1) {
      const lost = sql.begin(async (transaction) => {
        await transaction`select 1`;
        const statement = transaction`select pg_sleep(10), ${"parameter"}::text`.execute();
        for (const socket of sockets) hangUp(socket);
        await statement;
      });
      await expect(lost).rejects.toThrow(/CONNECTION_CLOSED|ECONNRESET/);
      expect(await sql`select ${round}::int as round`).toEqual([{ round }]);
    }
    expect(uncaught).toEqual([]);
  },
);

test("a transaction that goes on after its connection was lost reaches nobody else's session", async () => {
  const { sql, sockets } = await openPool();
  const uncaught = listenForUncaught();
  const { promise: isTaken, resolve: take } = Promise.withResolvers<void>();
  const { promise: late, resolve: tellLate } = Promise.withResolvers<unknown>();
  const lost = sql.begin(async (transaction) => {
    await transaction`select 1`;
    for (const socket of sockets) socket.destroy();
    await isTaken;
    tellLate(await transaction`select ${"late"}::text as word`.catch((error: unknown) => error));
  });
  await expect(lost).rejects.toThrow("CONNECTION_CLOSED");
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  take();
  expect(await late).toBeInstanceOf(Error);
  expect(await sql`select ${"next"}::text as word`).toEqual([{ word: "next" }]);
  expect(uncaught).toEqual([]);
});

/** A pool of one connection, so that one that is not given back is missed at once, and the server's ends of what it opened. */
async function openPool(): Promise<{ sql: postgres.Sql; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(url).port), "127.0.0.1");
    for (const socket of [client, upstream])
      socket.on("error", () => undefined).once("close", () => [client, upstream].map((end) => end.destroy()));
    client.pipe(upstream).pipe(client);
    sockets.add(client);
    client.once("close", () => sockets.delete(client));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const detour = new URL(url);
  detour.port = String(port);
  const sql = postgres(detour.href, { max: 1, backoff: false, connect_timeout: 2, onnotice: () => undefined });
  onTestFinished(async () => {
    await sql.end({ timeout: 1 });
    server.close();
  });
  return { sql, sockets };
}

/** What no promise carries; a process that does not listen ends by it. */
function listenForUncaught(): unknown[] {
  const uncaught: unknown[] = [];
  const others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => uncaught.push(error));
  onTestFinished(() => {
    process.removeAllListeners("uncaughtException");
    for (const listener of others) process.on("uncaughtException", listener);
  });
  return uncaught;
}
