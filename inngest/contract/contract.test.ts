import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inngest } from "../client";
import type { RunningEngine } from "../engine/start-engine";
import { eventually } from "../testing/eventually";
import { createContractFunctions, linesOf } from "./functions";
import { callCounts, handlerOf, patienceMs, serveFunctions, targetName } from "./serve-functions";

/** How many calls a function takes in each mode: what changes with an upgrade of the SDK shows here first. */
const CALLS = {
  stepwise: { main: 7, bad: 2, "bad-failure": 2, exhaust: 5, "exhaust-failure": 1, waiting: 7 },
  checkpointed: { main: 5, bad: 2, "bad-failure": 1, exhaust: 4, "exhaust-failure": 1, waiting: 5 },
};

const waiting = { timeout: patienceMs - 2_000, interval: 10 };
const functions = { stepwise: createContractFunctions("stepwise"), checkpointed: createContractFunctions("checkpointed") };
const handler = handlerOf(functions.stepwise);
let target: RunningEngine;

beforeAll(async () => {
  target = await serveFunctions({ functions: [...functions.stepwise, ...functions.checkpointed] });
}, patienceMs);
afterAll(() => target.stop());

/** Waits for these lines and no others; which order they come in matters. */
async function expectLines(key: string, lines: string[]): Promise<void> {
  await eventually(() => expect(linesOf(key)).toEqual(lines), waiting);
}

async function expectCalls(id: string, count: number): Promise<void> {
  await eventually(() => expect(callCounts.get(`auditoria-${id}`)).toBe(count), waiting);
}

describe.each(["stepwise", "checkpointed"] as const)(`durable functions, %s, on ${targetName}`, { timeout: patienceMs }, (mode) => {
  const app = `contract-${mode}`;
  const send = (name: string, data: Record<string, unknown>, id?: string) => inngest.send({ name: `${app}/${name}`, data, id });

  test("a function goes from step to step, sleeps, and repeats only the step that failed", async () => {
    const key = randomUUID();
    await send("main", { key });
    await expectLines(key, [
      "one",
      "two, attempt 0",
      "two, attempt 1",
      "two, attempt 2",
      "three",
      `end {"one":{"number":1,"date":"1970-01-01T00:00:00.000Z"},"two":2,"three":null,"hasRunId":true}`,
    ]);
    await expectCalls(`${app}-main`, CALLS[mode].main);
  });

  test("a step that must not be tried again ends the run, and onFailure runs once with its event and error", async () => {
    const key = randomUUID();
    await send("bad", { key });
    await expectLines(key, ["boom", `onFailure: boom of auditoria-${app}-bad`]);
    await expectCalls(`${app}-bad`, CALLS[mode].bad);
    await expectCalls(`${app}-bad-failure`, CALLS[mode]["bad-failure"]);
  });

  test("a step out of retries can be caught, and a function out of retries fails after the delay that it asked for", async () => {
    const key = randomUUID();
    await send("exhaust", { key });
    await eventually(() => expect(linesOf(key)).toContain("body, attempt 0"), waiting);
    const firstAt = Date.now();
    await expectLines(key, [
      "hopeless, attempt 0",
      "hopeless, attempt 1",
      "caught: hopeless",
      "body, attempt 0",
      "body, attempt 1",
      "onFailure: later",
    ]);
    expect(Date.now() - firstAt).toBeGreaterThanOrEqual(900);
    await expectCalls(`${app}-exhaust`, CALLS[mode].exhaust);
    await expectCalls(`${app}-exhaust-failure`, CALLS[mode]["exhaust-failure"]);
  });

  test("steps side by side run once each and come together, and steps of one name are told apart", async () => {
    const key = randomUUID();
    await send("parallel", { key });
    await eventually(() => expect(linesOf(key)).toHaveLength(7), waiting);
    const lines = linesOf(key);
    expect(lines.slice(0, 3).sort()).toEqual(["chain-1", "chain-2", "slow"]);
    expect(lines.slice(3)).toEqual([
      "again 0",
      "again 1",
      "again 2",
      `end {"chained":"c1 c2","slept":null,"slowed":"slow","loop":[0,1,2]}`,
    ]);
  });

  test("a step waits for the event that fits, for another function and for nothing longer than it said", async () => {
    const key = randomUUID();
    await send("waiting", { key });
    await expectLines(key, ["waits"]);
    // Answers to others, and more than one of ours: the step may not be waiting yet when the first comes.
    await eventually(
      async () => {
        await inngest.send([
          { name: `${app}/answer`, data: { key: "somebody else", size: 5 } },
          { name: `${app}/answer`, data: { key, size: 5 } },
        ]);
        expect(linesOf(key)).toHaveLength(2);
      },
      { timeout: patienceMs - 2_000, interval: 300 },
    );
    expect(linesOf(key)[1]).toBe(
      `end {"answer":{"key":"${key}","size":5},"never":null,"child":{"number":42},"failure":"the child failed","sent":1}`,
    );
    await eventually(() => expect(linesOf(`${key}-sent`)).toEqual(["size 11"]), waiting);
    await expectCalls(`${app}-waiting`, CALLS[mode].waiting);
  });

  test("a sleep until a moment lasts until then, and an invocation that takes too long fails by name", async () => {
    const key = randomUUID();
    await send("impatient", { key });
    await expectLines(key, ["slept long enough", "InngestInvokeTimeoutError: Timed out waiting for invoked function to complete"]);
  });

  test("an event that comes twice under one id starts one run", async () => {
    const [key, id] = [randomUUID(), randomUUID()];
    await send("once", { key, order: randomUUID() }, id);
    await send("once", { key, order: randomUUID() }, id);
    await send("once", { key, order: `last${key}` });
    await eventually(() => expect(linesOf(key)).toContain(`order last${key}`), waiting);
    expect(linesOf(key)).toHaveLength(2);
  });

  test("two events of one idempotency key start one run", async () => {
    const [key, order] = [randomUUID(), randomUUID()];
    await inngest.send([
      { name: `${app}/once`, data: { key, order } },
      { name: `${app}/once`, data: { key, order } },
    ]);
    await send("once", { key, order });
    await send("once", { key, order: `last${key}` });
    await eventually(() => expect(linesOf(key)).toContain(`order last${key}`), waiting);
    expect(linesOf(key)).toHaveLength(2);
  });

  test("events of one key are taken together, as many as fit, and what is left when the time is up", async () => {
    const key = randomUUID();
    await inngest.send([1, 2, 3, 4].map((number) => ({ name: `${app}/batched`, data: { key, number } })));
    await expectLines(key, ["1,2,3", "4"]);
  });

  test("a trigger with a condition takes only the events that meet it", async () => {
    const key = randomUUID();
    await inngest.send([5, 50, "no number"].map((size) => ({ name: `${app}/conditional`, data: { key, size } })));
    await send("conditional", { key, size: 99 });
    await eventually(() => expect(linesOf(key)).toContain("size 99"), waiting);
    expect([...linesOf(key)].sort()).toEqual(["size 50", "size 99"]);
  });
});

describe(`the door to the functions on ${targetName}`, () => {
  test.each(["GET", "POST", "PUT"])("an unsigned %s to the functions gets 401, whatever it says", async (method) => {
    const body = method === "GET" ? undefined : JSON.stringify({ event: {}, events: [], steps: {}, ctx: {} });
    const url = "http://127.0.0.1/api/inngest?fnId=auditoria-contract-stepwise-main&stepId=step";
    const response = await handler(new Request(url, { method, body, headers: { "content-type": "application/json" } }));
    expect(response.status).toBe(401);
  });

  test("a call signed with another key gets 401", async () => {
    const { signedRequest } = await import("../engine/signed-request");
    const request = signedRequest({
      method: "POST",
      search: "?fnId=auditoria-contract-stepwise-main&stepId=step",
      body: {},
      signingKey: "ab".repeat(32),
    });
    expect((await handler(request)).status).toBe(401);
  });
});
