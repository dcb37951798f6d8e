import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";

/** A run of two steps; each call of the first one ends when the test says so, with what the test says. */
function heldSteps(id: string, checkpointing: boolean) {
  const calls: ((value: string) => void)[] = [];
  const seconds: string[] = [];
  const definition = inngest.createFunction({ id, checkpointing, triggers: [{ event: `${id}/asked` }] }, async ({ step }) => {
    const first = await step.run("first", () => new Promise<string>((resolve) => calls.push(resolve)));
    await step.run("second", () => void seconds.push(first));
    return first;
  });
  return { definition, calls, seconds, ask: () => inngest.send({ name: `${id}/asked`, data: {} }) };
}

test.each([true, false])("what a call brings after its lease was lost is dropped (steps saved on the way: %s)", async (checkpointing) => {
  const held = heldSteps(`fenced-${checkpointing}`, checkpointing);
  const engines = await serveFunctions({ functions: [held.definition], engines: 2, settings: { pollMs: 20 } });
  await held.ask();
  await eventually(() => expect(held.calls).toHaveLength(1));
  await sqlClient`update engine.jobs set due_at = now() - interval '1 second'`;
  await eventually(() => expect(held.calls).toHaveLength(2));
  held.calls[0]?.("from the process that was given up");
  held.calls[1]?.("from the one that took over");
  const outputs = () => sqlClient`select output from engine.runs where function_id = ${`auditoria-fenced-${checkpointing}`}`;
  await eventually(async () => expect(await outputs()).toEqual([{ output: "from the one that took over" }]));
  expect(held.seconds).toEqual(["from the one that took over"]);
  await engines.stop();
});

test("a lease is renewed for as long as its call takes", async () => {
  const held = heldSteps("patient", true);
  const engines = await serveFunctions({ functions: [held.definition], engines: 2, settings: { leaseMs: 600, pollMs: 20 } });
  await held.ask();
  await eventually(() => expect(held.calls).toHaveLength(1));
  const leases = new Set<string>();
  // Five renewals are more than three times the lease.
  await eventually(
    async () => {
      for (const { due } of await sqlClient`select due_at::text as due from engine.jobs`) leases.add(due);
      expect(leases.size).toBeGreaterThanOrEqual(6);
    },
    { timeout: 10_000, interval: 20 },
  );
  expect(held.calls).toHaveLength(1);
  held.calls[0]?.("in its own time");
  await eventually(() => expect(held.seconds).toEqual(["in its own time"]));
  await engines.stop();
});

test("a process that stops hands its calls to another at once, without a step done twice", async () => {
  const held = heldSteps("handed-over", true);
  const first = await serveFunctions({ functions: [held.definition] });
  await held.ask();
  await eventually(() => expect(held.calls).toHaveLength(1));
  const second = await serveFunctions({ functions: [held.definition] });
  const stopping = first.stop();
  held.calls[0]?.("before the end");
  await stopping;
  await eventually(() => expect(held.seconds).toEqual(["before the end"]));
  expect(held.calls).toHaveLength(1);
  await second.stop();
});

test("a call that outlasts the stop is made again by another process, long before its lease would run out", async () => {
  const held = heldSteps("cut-short", true);
  const first = await serveFunctions({ functions: [held.definition], settings: { stopTimeoutMs: 50, leaseMs: 600_000 } });
  await held.ask();
  await eventually(() => expect(held.calls).toHaveLength(1));
  await first.stop();
  const second = await serveFunctions({ functions: [held.definition], settings: { leaseMs: 600_000 } });
  await eventually(() => expect(held.calls).toHaveLength(2));
  held.calls[0]?.("too late");
  held.calls[1]?.("in time");
  await eventually(() => expect(held.seconds).toEqual(["in time"]));
  await second.stop();
});

test("a call over which ten processes went silent fails its run and is not made again", async () => {
  const held = heldSteps("deadly", true);
  const engines = await serveFunctions({ functions: [held.definition], settings: { pollMs: 20 } });
  await held.ask();
  await eventually(() => expect(held.calls).toHaveLength(1));
  await sqlClient`update engine.jobs set lost_count = 9, due_at = now() - interval '1 second'`;
  const runs = () => sqlClient`select status, output ->> 'message' as message from engine.runs where function_id = 'auditoria-deadly'`;
  await eventually(async () =>
    expect(await runs()).toEqual([{ status: "failed", message: "10 processes went silent over this call, one after the other." }]),
  );
  expect(await sqlClient`select * from engine.jobs where function_id = 'auditoria-deadly'`).toEqual([]);
  for (const end of held.calls) end("too late");
  await engines.stop();
});
