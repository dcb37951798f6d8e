import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";

test("two engines share the runs between them, and every step runs once", async () => {
  const steps: string[] = [];
  const ended: number[] = [];
  const counting = inngest.createFunction({ id: "counting", triggers: [{ event: "count/asked" }] }, async ({ event, step }) => {
    for (const name of ["one", "two", "three"]) await step.run(name, () => void steps.push(`${event.data.number}:${name}`));
    ended.push(event.data.number);
  });
  const engines = await serveFunctions({ functions: [counting], engines: 2, settings: { capacity: 4 } });
  await inngest.send(Array.from({ length: 100 }, (_, number) => ({ name: "count/asked", data: { number } })));
  const statuses = () => sqlClient`select status, count(*)::int from engine.runs group by 1`;
  await eventually(async () => expect(await statuses()).toEqual([{ status: "completed", count: 100 }]), { timeout: 20_000, interval: 10 });
  await engines.stop();
  expect(ended).toHaveLength(100);
  expect(new Set(steps).size).toBe(300);
  expect(steps).toHaveLength(300);
  expect(await sqlClient`select * from engine.jobs`).toEqual([]);
});

test("a tick of a schedule starts one run, however many engines see it", async () => {
  const ticks: number[] = [];
  const clock = inngest.createFunction({ id: "clock", triggers: [{ cron: "TZ=Europe/Zurich * * * * * *" }] }, ({ event }) => {
    ticks.push(event.ts);
  });
  const engines = await serveFunctions({ functions: [clock], engines: 3 });
  await eventually(() => expect(ticks.length).toBeGreaterThanOrEqual(3), { timeout: 10_000, interval: 10 });
  await engines.stop();
  expect(new Set(ticks).size).toBe(ticks.length);
  expect(ticks.every((tick) => tick % 1_000 === 0)).toBe(true);
});

test("the latest tick that passed while no process ran the function is made up for, once", async () => {
  const seen: unknown[] = [];
  const yearly = inngest.createFunction({ id: "yearly", triggers: [{ cron: "0 0 1 1 *" }] }, ({ event }) => {
    seen.push(event.data);
  });
  await sqlClient`insert into engine.functions (id, seen_at, config) values ('auditoria-yearly', now() - interval '3 years', '{}')`;
  const engines = await serveFunctions({ functions: [yearly], engines: 2 });
  await eventually(() => expect(seen).toEqual([{ cron: "0 0 1 1 *" }]));
  await engines.stop();
  expect(await sqlClient`select count(*)::int from engine.runs where function_id = 'auditoria-yearly'`).toEqual([{ count: 1 }]);
});

test("an event is handed to the functions of all processes, whichever of them takes it in", async () => {
  const seen: string[] = [];
  const define = (id: string) => inngest.createFunction({ id, triggers: [{ event: "everybody/told" }] }, () => void seen.push(id));
  const older = await serveFunctions({ functions: [define("old-one")] });
  const newer = await serveFunctions({ functions: [define("new-one")], settings: { capacity: 0 } });
  await inngest.send({ name: "everybody/told", data: {} });
  await eventually(async () => expect(await sqlClient`select * from engine.inbox`).toEqual([]));
  await Promise.all([older.stop(), newer.stop()]);
  const last = await serveFunctions({ functions: [define("old-one"), define("new-one")] });
  await eventually(() => expect([...seen].sort()).toEqual(["new-one", "old-one"]));
  await last.stop();
});
