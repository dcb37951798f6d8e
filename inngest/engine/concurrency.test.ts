import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";

type Limit = { limit: number; key?: string };
type Running = { key: string; end: () => void };

/** A function whose step lasts until the test ends it, and what runs of it now. */
function holdingFunction(id: string, concurrency: number | [Limit] | [Limit, Limit]) {
  const running = new Set<Running>();
  const started: string[] = [];
  const definition = inngest.createFunction({ id, triggers: [{ event: `${id}/asked` }], concurrency }, async ({ event, step }) => {
    await step.run("hold", async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const one = { key: String(event.data.key), end: resolve };
      running.add(one);
      started.push(one.key);
      await promise;
      running.delete(one);
    });
  });
  const ask = (keys: string[]) => inngest.send(keys.map((key) => ({ name: `${id}/asked`, data: { key } })));
  return { definition, running, started, ask };
}

const countOf = (running: Set<Running>, key: string) => [...running].filter((one) => one.key === key).length;

test("limits of a function and of a key hold over two engines, and all of the work gets done", async () => {
  const held = holdingFunction("limited", [{ limit: 5 }, { limit: 2, key: "event.data.key" }]);
  const engines = await serveFunctions({ functions: [held.definition], engines: 2, settings: { pollMs: 20 } });
  const keys = Array.from({ length: 40 }, (_, index) => `key-${index % 4}`);
  await held.ask(keys);
  let ended = 0;
  while (ended < keys.length) {
    const expected = Math.min(5, keys.length - ended);
    await eventually(() => expect(held.running.size).toBeGreaterThan(0), { timeout: 10_000, interval: 5 });
    if (expected === 5 && ended < 20) await eventually(() => expect(held.running.size).toBe(5), { timeout: 10_000, interval: 5 });
    for (let glance = 0; glance < 3; glance += 1) {
      expect(held.running.size).toBeLessThanOrEqual(5);
      for (const key of keys) expect(countOf(held.running, key)).toBeLessThanOrEqual(2);
      await sqlClient`select 1`;
    }
    for (const one of [...held.running]) {
      one.end();
      ended += 1;
    }
    await eventually(() => expect(held.started.length).toBeGreaterThanOrEqual(Math.min(ended + 1, keys.length)), {
      timeout: 10_000,
      interval: 5,
    });
  }
  expect(held.started).toHaveLength(keys.length);
  await engines.stop();
});

test("a key whose work hangs holds up no other, however much of it is waiting", async () => {
  const held = holdingFunction("by-host", [{ limit: 1, key: "event.data.key" }]);
  const engines = await serveFunctions({ functions: [held.definition], settings: { capacity: 8 } });
  await held.ask(Array.from({ length: 2_000 }, () => "slow"));
  await eventually(() => expect(countOf(held.running, "slow")).toBe(1));
  await held.ask(["fast-1", "fast-2", "fast-3"]);
  await eventually(() => expect(held.running.size).toBe(4));
  expect(countOf(held.running, "slow")).toBe(1);
  for (const one of held.running) one.end();
  await engines.stop();
});

test("when there is more work than room, functions and keys take turns", async () => {
  const many = holdingFunction("many", [{ limit: 1_000, key: "event.data.key" }]);
  const few = holdingFunction("few", 1_000);
  const asked = [...Array.from({ length: 100 }, () => "loud"), "quiet-1", "quiet-2"];
  await many.ask(asked);
  await few.ask(["a", "b"]);
  const engines = await serveFunctions({ functions: [many.definition, few.definition], settings: { capacity: 8 } });
  await eventually(() => expect(many.running.size + few.running.size).toBe(8));
  expect(few.running.size).toBe(2);
  expect(countOf(many.running, "quiet-1")).toBe(1);
  expect(countOf(many.running, "quiet-2")).toBe(1);
  const stopping = engines.stop();
  for (const one of [...many.running, ...few.running]) one.end();
  await stopping;
});

test("runs that sleep do not count against a limit", async () => {
  let awake = 0;
  const sleeper = inngest.createFunction({ id: "sleeper", triggers: [{ event: "sleeper/asked" }], concurrency: 1 }, async ({ step }) => {
    await step.run("wake", () => {
      awake += 1;
    });
    await step.sleep("long", "1h");
  });
  const engines = await serveFunctions({ functions: [sleeper] });
  await inngest.send(Array.from({ length: 5 }, () => ({ name: "sleeper/asked", data: {} })));
  await eventually(() => expect(awake).toBe(5));
  await engines.stop();
});
