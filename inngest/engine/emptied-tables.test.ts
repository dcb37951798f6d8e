import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";

/** Steps side by side and one after them, each ending when the test says so. */
function heldFunction(id: string) {
  const calls = new Map<string, () => void>();
  const ended: string[] = [];
  const definition = inngest.createFunction({ id, triggers: [{ event: `${id}/asked` }] }, async ({ event, step }) => {
    const { name } = event.data;
    const hold = (part: string) => step.run(part, () => new Promise<void>((resolve) => calls.set(`${name}:${part}`, resolve)));
    await Promise.all([hold("left"), hold("right")]);
    await step.run("end", () => void ended.push(name));
  });
  const ask = (name: string) => inngest.send({ name: `${id}/asked`, data: { name } });
  const isHeld = (name: string) => eventually(() => expect([calls.has(`${name}:left`), calls.has(`${name}:right`)]).toEqual([true, true]));
  const release = (name: string) => {
    for (const part of ["left", "right"]) calls.get(`${name}:${part}`)?.();
  };
  return { definition, ended, ask, isHeld, release, calls };
}

test("with all its tables emptied under calls that are under way, the engine drops those and takes new work", async () => {
  const held = heldFunction("emptied");
  const engines = await serveFunctions({ functions: [held.definition], engines: 2, settings: { pollMs: 20 } });
  await held.ask("old");
  await held.isHeld("old");
  await sqlClient`truncate engine.seen_keys, engine.inbox, engine.runs, engine.steps, engine.jobs, engine.batch_items, engine.functions`;
  held.release("old");
  await held.ask("new");
  await held.isHeld("new");
  held.release("new");
  await eventually(() => expect(held.ended).toEqual(["new"]));
  await eventually(async () => expect(await sqlClient`select * from engine.jobs`).toEqual([]));
  await engines.stop();
});

test("a run that lost its jobs is moved on by the sweep", async () => {
  const held = heldFunction("stranded");
  const engines = await serveFunctions({ functions: [held.definition], settings: { pollMs: 20, sweepMs: 50, leaseMs: 300 } });
  await held.ask("run");
  await held.isHeld("run");
  const lost = [...held.calls.values()];
  held.calls.clear();
  await sqlClient`truncate engine.jobs`;
  await held.isHeld("run");
  for (const end of lost) end();
  held.release("run");
  await eventually(() => expect(held.ended).toEqual(["run"]));
  await engines.stop();
});

test("the tables may be emptied again and again while work comes in", { timeout: 30_000 }, async () => {
  const seen = new Set<number>();
  const definition = inngest.createFunction({ id: "stormy", triggers: [{ event: "storm/asked" }] }, async ({ event, step }) => {
    await step.run("one", () => undefined);
    await step.run("two", () => void seen.add(event.data.number));
  });
  const engines = await serveFunctions({ functions: [definition], engines: 2, settings: { pollMs: 20 } });
  for (let round = 0; round < 10; round += 1) {
    await inngest.send(Array.from({ length: 20 }, () => ({ name: "storm/asked", data: { number: round } })));
    await eventually(() => expect(seen.has(round)).toBe(true), { timeout: 10_000, interval: 1 });
    await sqlClient`truncate engine.seen_keys, engine.inbox, engine.runs, engine.steps, engine.jobs, engine.batch_items, engine.functions`;
  }
  await inngest.send({ name: "storm/asked", data: { number: 99 } });
  await eventually(() => expect(seen.has(99)).toBe(true), { timeout: 10_000, interval: 5 });
  await engines.stop();
});
