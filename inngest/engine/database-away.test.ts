import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";

/** Stands between an engine and PostgreSQL, and can be as if PostgreSQL were away. */
async function openLine() {
  const target = new URL(env.DATABASE_URL ?? "");
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((incoming) => {
    if (isCut) return void incoming.destroy();
    const outgoing = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const url = new URL(target);
  url.host = `127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  return {
    url: url.href,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    close: () => server.close(),
  };
}

test("a step that ends while the database is away is not lost, and the engine goes on when it is back", { timeout: 30_000 }, async () => {
  const line = await openLine();
  const steps: string[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const definition = inngest.createFunction({ id: "cut-off", triggers: [{ event: "cut/asked" }] }, async ({ step }) => {
    const first = await step.run("first", () => {
      steps.push("first");
      return promise;
    });
    await step.run("second", () => void steps.push(`second after ${first}`));
  });
  const engines = await serveFunctions({ functions: [definition], databaseUrl: line.url });
  await inngest.send({ name: "cut/asked", data: {} });
  await eventually(() => expect(steps).toEqual(["first"]));
  line.cut();
  resolve("the cut");
  await eventually(async () => {
    const there =
      await sqlClient`select 1 from pg_stat_activity where application_name like 'auditoria-engine%' and datname = current_database()`;
    expect(there).toHaveLength(0);
  });
  line.mend();
  await eventually(() => expect(steps).toEqual(["first", "second after the cut"]), { timeout: 20_000, interval: 20 });
  await engines.stop();
  line.close();
});

test("an engine whose connections broke is woken by events again, not only by looking", { timeout: 30_000 }, async () => {
  const line = await openLine();
  const seen: number[] = [];
  const definition = inngest.createFunction({ id: "woken", triggers: [{ event: "wake/asked" }] }, ({ event }) => {
    seen.push(event.data.number);
  });
  // It looks by itself once an hour: whatever comes sooner came by notification.
  const engines = await serveFunctions({ functions: [definition], databaseUrl: line.url, settings: { pollMs: 3_600_000 } });
  line.cut();
  await inngest.send({ name: "wake/asked", data: { number: 1 } });
  line.mend();
  await eventually(() => expect(seen).toEqual([1]), { timeout: 20_000, interval: 20 });
  const listening = () =>
    sqlClient`select 1 from pg_stat_activity where application_name = 'auditoria-engine-listen' and datname = current_database()`;
  await eventually(async () => expect(await listening()).toHaveLength(1), { timeout: 20_000, interval: 20 });
  for (const number of [2, 3, 4]) {
    await inngest.send({ name: "wake/asked", data: { number } });
    await eventually(() => expect(seen.at(-1)).toBe(number), { timeout: 5_000, interval: 10 });
  }
  await engines.stop();
  line.close();
});

test("an engine can be stopped while the database is away, with a call under way", { timeout: 30_000 }, async () => {
  const line = await openLine();
  const { promise, resolve } = Promise.withResolvers<void>();
  let calls = 0;
  const definition = inngest.createFunction({ id: "left", triggers: [{ event: "left/asked" }] }, async ({ step }) => {
    calls += 1;
    await step.run("hang", () => promise);
  });
  const engines = await serveFunctions({ functions: [definition], databaseUrl: line.url, settings: { stopTimeoutMs: 100 } });
  await inngest.send({ name: "left/asked", data: {} });
  await eventually(() => expect(calls).toBe(1));
  line.cut();
  await engines.stop();
  resolve();
  line.close();
});
