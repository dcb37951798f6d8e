import { NonRetriableError, RetryAfterError } from "inngest";
import { inngest } from "../client";

/** What the functions did, in order, by the `key` of the event that started them. */
export const journal = new Map<string, string[]>();

/** The lines written under a key so far. */
export function linesOf(key: string): string[] {
  return journal.get(key) ?? [];
}

function note(key: unknown, line: string): void {
  journal.set(String(key), [...linesOf(String(key)), line]);
}

/** The two ways in which a call may end: after each step, or with the run, its steps saved on the way. */
export type ContractMode = "stepwise" | "checkpointed";

/** The functions of the contract, for one mode. Their ids and events begin with `contract-` and the mode. */
export function createContractFunctions(mode: ContractMode) {
  const app = `contract-${mode}`;
  const options = mode === "stepwise" ? { checkpointing: false } : {};

  /** A step, a sleep, a step that fails twice, a step. */
  const main = inngest.createFunction(
    { ...options, id: `${app}-main`, triggers: [{ event: `${app}/main` }], retries: 2 },
    async ({ event: { data }, step, attempt, runId }) => {
      const one = await step.run("one", () => {
        note(data.key, "one");
        return { number: 1, nothing: undefined, date: new Date(0) };
      });
      await step.sleep("nap", "1s");
      const two = await step.run("two", () => {
        note(data.key, `two, attempt ${attempt}`);
        if (attempt < 2) throw new Error("not yet");
        return 2;
      });
      const three = await step.run("three", () => note(data.key, "three"));
      note(data.key, `end ${JSON.stringify({ one, two, three, hasRunId: runId.length > 0 })}`);
      return "done";
    },
  );

  /** A step that says that trying again is of no use, and what is done about it. */
  const bad = inngest.createFunction(
    {
      ...options,
      id: `${app}-bad`,
      triggers: [{ event: `${app}/bad` }],
      retries: 3,
      onFailure: async ({ event, error, step }) => {
        const { key } = event.data.event.data;
        await step.run("mourn", () => note(key, `onFailure: ${error.message} of ${event.data.function_id}`));
      },
    },
    async ({ event: { data }, step }) => {
      await step.run("boom", () => {
        note(data.key, "boom");
        throw new NonRetriableError("boom");
      });
      note(data.key, "never");
    },
  );

  /** A step that runs out of retries and is caught, then a function that does, and asks for a delay. */
  const exhaust = inngest.createFunction(
    {
      ...options,
      id: `${app}-exhaust`,
      triggers: [{ event: `${app}/exhaust` }],
      retries: 1,
      onFailure: ({ event, error }) => note(event.data.event.data.key, `onFailure: ${error.message}`),
    },
    async ({ event: { data }, step, attempt }) => {
      try {
        await step.run("hopeless", () => {
          note(data.key, `hopeless, attempt ${attempt}`);
          throw new Error("hopeless");
        });
      } catch (error) {
        await step.run("caught", () => note(data.key, `caught: ${error instanceof Error ? error.message : ""}`));
      }
      note(data.key, `body, attempt ${attempt}`);
      throw new RetryAfterError("later", 1_000);
    },
  );

  /** Steps side by side: a chain, a slow one and a sleep, then three of one name. */
  const parallel = inngest.createFunction({ ...options, id: `${app}-parallel`, triggers: [{ event: `${app}/parallel` }] }, async (run) => {
    const { key } = run.event.data;
    const { step } = run;
    const chain = async () => {
      const first = await step.run("chain-1", () => {
        note(key, "chain-1");
        return "c1";
      });
      return step.run("chain-2", () => {
        note(key, "chain-2");
        return `${first} c2`;
      });
    };
    const slow = step.run("slow", async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      note(key, "slow");
      return "slow";
    });
    const [chained, slept, slowed] = await Promise.all([chain(), step.sleep("nap", "2s"), slow]);
    const loop: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      const number = await step.run("again", () => {
        note(key, `again ${index}`);
        return index;
      });
      loop.push(number);
    }
    note(key, `end ${JSON.stringify({ chained, slept, slowed, loop })}`);
  });

  /** What waiting for others does: an event that fits, one that never comes, another function, an event of its own. */
  const waiting = inngest.createFunction({ ...options, id: `${app}-waiting`, triggers: [{ event: `${app}/waiting` }] }, async (run) => {
    const { key } = run.event.data;
    const { step } = run;
    await step.run("start", () => note(key, "waits"));
    const answer = await step.waitForEvent("answer", { event: `${app}/answer`, timeout: "1h", match: "data.key" });
    const never = await step.waitForEvent("never", { event: `${app}/answer`, timeout: "1s", if: "async.data.size > 1000" });
    const child = await step.invoke("child", { function: double, data: { number: 21 } });
    const failure = await step.invoke("failing-child", { function: failing, data: {} }).catch((error: Error) => error.message);
    const sent = await step.sendEvent("tell", { name: `${app}/conditional`, data: { key: `${key}-sent`, size: 11 } });
    note(key, `end ${JSON.stringify({ answer: answer?.data, never, child, failure, sent: sent.ids.length })}`);
  });

  const double = inngest.createFunction({ ...options, id: `${app}-double`, triggers: [{ event: `${app}/double` }] }, ({ event }) => ({
    number: event.data.number * 2,
  }));

  const failing = inngest.createFunction({ ...options, id: `${app}-failing`, triggers: [{ event: `${app}/failing` }], retries: 0 }, () => {
    throw new NonRetriableError("the child failed");
  });

  const sleeping = inngest.createFunction({ ...options, id: `${app}-sleeping`, triggers: [{ event: `${app}/sleeping` }] }, ({ step }) =>
    step.sleep("long", "1h"),
  );

  /** Invokes a function that does not end in time, and sleeps until a moment. */
  const impatient = inngest.createFunction(
    { ...options, id: `${app}-impatient`, triggers: [{ event: `${app}/impatient` }] },
    async (run) => {
      const { key } = run.event.data;
      const { step } = run;
      const until = await step.run("choose", () => new Date(Date.now() + 1_500).toISOString());
      await step.sleepUntil("moment", until);
      await step.run("wake", () => note(key, Date.now() >= Date.parse(until) ? "slept long enough" : "woke too early"));
      const late = await step
        .invoke("slow-child", { function: sleeping, data: {}, timeout: "1s" })
        .catch((error: Error) => `${error.name}: ${error.message}`);
      note(key, String(late));
    },
  );

  /** Runs once for each order, however often it is told of it. */
  const once = inngest.createFunction(
    { ...options, id: `${app}-once`, triggers: [{ event: `${app}/once` }], idempotency: "event.data.order" },
    ({ event }) => note(event.data.key, `order ${event.data.order}`),
  );

  /** Takes events together, by key. */
  const batched = inngest.createFunction(
    {
      ...options,
      id: `${app}-batched`,
      triggers: [{ event: `${app}/batched` }],
      batchEvents: { maxSize: 3, timeout: "2s", key: "event.data.key" },
    },
    ({ events }) => note(events[0].data.key, events.map((event) => event.data.number).join(",")),
  );

  /** Only for large ones. */
  const conditional = inngest.createFunction(
    { ...options, id: `${app}-conditional`, triggers: [{ event: `${app}/conditional`, if: "event.data.size > 10" }] },
    ({ event }) => note(event.data.key, `size ${event.data.size}`),
  );

  return [main, bad, exhaust, parallel, waiting, double, failing, sleeping, impatient, once, batched, conditional];
}
