import { NonRetriableError } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";
import type { RunningEngine } from "./start-engine";

const failures: string[] = [];
const define = (id: string, work: Parameters<typeof inngest.createFunction>[1]) =>
  inngest.createFunction(
    { id, triggers: [{ event: `${id}/asked` }], retries: 0, onFailure: ({ error }) => void failures.push(`${id}: ${error.message}`) },
    work,
  );

const functions = [
  define("signals", ({ step }) => step.waitForSignal("wait", { signal: "go", timeout: "1h" })),
  define("endless", async ({ step }) => {
    for (let index = 0; index < 1_001; index += 1) await step.run(`step-${index}`, () => index);
  }),
  define("wide", ({ step }) => Promise.all(Array.from({ length: 1_001 }, (_, index) => step.sleep(`nap-${index}`, "1h")))),
  define("large-step", async ({ step }) => {
    await step.run("fetch", () => "x".repeat(4 * 1024 * 1024));
  }),
  define("large-run", () => "x".repeat(4 * 1024 * 1024)),
  define("unreadable-wait", ({ step }) => step.waitForEvent("wait", { event: "a/b", timeout: "1h", if: "async.data.x ==" })),
  define("unspeakable", async ({ step }) => {
    await step.run("a name that PostgreSQL cannot hold: \0", () => 1);
  }),
];
let engines: RunningEngine;

beforeAll(async () => {
  engines = await serveFunctions({ functions, settings: { functionGraceMs: 300, sweepMs: 50 } });
});
afterAll(() => engines.stop());

/** The one failure of a run of this function. */
async function failureOf(id: string): Promise<string> {
  await inngest.send({ name: `${id}/asked`, data: {} });
  return eventually(
    () => {
      const failure = failures.find((line) => line.startsWith(`${id}: `));
      if (!failure) throw new Error(`${id} has not failed.`);
      return failure.slice(id.length + 2);
    },
    { timeout: 20_000, interval: 10 },
  );
}

test("a step of a kind that the engine does not have fails the run with a sentence that names both", async () => {
  expect(await failureOf("signals")).toBe('Step "wait" needs WaitForSignal, which the embedded engine does not have.');
});

test("a run fails at its 1,001st step, one after the other or side by side", async () => {
  expect(await failureOf("endless")).toBe("The run has more than 1000 steps.");
  expect(await failureOf("wide")).toBe("The run has more than 1000 steps.");
});

test("a step or a run that returns more than 4 MB fails the run", async () => {
  expect(await failureOf("large-step")).toBe('Step "fetch" returned more than 4194304 bytes.');
  expect(await failureOf("large-run")).toBe("The run returned more than 4194304 bytes.");
});

test("a wait under a condition that cannot be read fails the run at once", async () => {
  expect(await failureOf("unreadable-wait")).toMatch(/^Step "wait" waits under a condition that cannot be read: async.data.x ==/);
});

test("a step that PostgreSQL refuses to hold fails its own run and no other", async () => {
  expect(await failureOf("unspeakable")).toMatch(/could not be stored/);
});

test("a run whose function no process knows any more fails with a sentence, and what it would have done next is gone", async () => {
  await sqlClient`
    with run as (insert into engine.runs (id, function_id, events, lane) values (gen_random_uuid(), 'auditoria-renamed', '[{"id":"1","name":"a","ts":1}]', '-') returning id)
    insert into engine.jobs (run_id, step_id, function_id, lane, state, due_at) select id, 'step', 'auditoria-renamed', '-', 'ready', now() - interval '1 hour' from run`;
  const runs = () => sqlClient`select status, output ->> 'message' as message from engine.runs where function_id = 'auditoria-renamed'`;
  await eventually(async () =>
    expect(await runs()).toEqual([
      { status: "failed", message: "No process runs function auditoria-renamed any more: it was renamed or removed." },
    ]),
  );
  expect(await sqlClient`select * from engine.jobs where function_id = 'auditoria-renamed'`).toEqual([]);
});

test("an invocation of a function that nobody knows fails the step, not the engine", async () => {
  const stranger = inngest.createFunction({ id: "stranger", triggers: [] }, () => undefined);
  const messages: string[] = [];
  const caller = inngest.createFunction({ id: "caller", triggers: [{ event: "caller/asked" }] }, async ({ step }) => {
    await step.invoke("call", { function: stranger, data: {} }).catch((error: Error) => messages.push(error.message));
    throw new NonRetriableError("enough");
  });
  const more = await serveFunctions({ functions: [caller] });
  await inngest.send({ name: "caller/asked", data: {} });
  await eventually(() => expect(messages[0]).toBe("Could not find a function with id auditoria-stranger to invoke."));
  await more.stop();
});
