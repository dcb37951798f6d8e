import { describe, expect, test } from "vitest";
import { inngest } from "../client";
import { handlerOf } from "../contract/serve-functions";
import { startEngine } from "./start-engine";

type Options = Parameters<typeof inngest.createFunction>[0];

/** The sentence with which the engine refuses to start with a function of these options. */
async function refusalOf(options: Partial<Options>): Promise<string> {
  const definition = inngest.createFunction({ id: "asks-much", triggers: [{ event: "a/b" }], ...options }, () => undefined);
  return startEngine({ handler: handlerOf([definition]) }).then(
    async (engine) => {
      await engine.stop();
      return "it started";
    },
    (error: Error) => error.message,
  );
}

describe("an option that the engine does not have stops the start with a sentence that names function and option", () => {
  const cases: [string, Partial<Options>][] = [
    ["throttle", { throttle: { limit: 1, period: "1s" } }],
    ["rateLimit", { rateLimit: { limit: 1, period: "1s" } }],
    ["debounce", { debounce: { period: "1s" } }],
    ["singleton", { singleton: { mode: "skip" } }],
    ["priority", { priority: { run: "1" } }],
    ["timeouts", { timeouts: { start: "1s" } }],
    ["cancelOn", { cancelOn: [{ event: "a/cancelled" }] }],
  ];
  test.each(cases)("%s", async (option, options) => {
    expect(await refusalOf(options)).toBe(
      `Function auditoria-asks-much is configured with ${option}, which the embedded engine does not have. Take it out, or run on an Inngest server.`,
    );
  });
});

describe("a function that cannot be honoured as written stops the start", () => {
  const cases: [string, Partial<Options>, RegExp][] = [
    ["a limit over more than its own steps", { concurrency: { limit: 1, scope: "account" } }, /asks-much.*concurrency/],
    [
      "two limits with keys",
      {
        concurrency: [
          { limit: 1, key: "event.data.a" },
          { limit: 2, key: "event.data.b" },
        ],
      },
      /one limit with a key/,
    ],
    ["a key that is no expression", { concurrency: { limit: 1, key: "event.data." } }, /asks-much: concurrency is not an expression/],
    ["an idempotency key that names what is not there", { idempotency: "evnt.data.id" }, /asks-much: idempotency is not an expression/],
    ["a condition that is no expression", { triggers: [{ event: "a/b", if: "event.data.x ==" }] }, /asks-much: if is not an expression/],
    ["a schedule that is none", { triggers: [{ cron: "every day" }] }, /"every day" is not a schedule/],
    ["a schedule in a zone that is none", { triggers: [{ cron: "TZ=Mars/Olympus 0 0 * * *" }] }, /is not a schedule/],
    ["a trigger that would never fire", { triggers: [{ event: "inngest/function.finished" }] }, /would never fire/],
  ];
  test.each(cases)("%s", async (_, options, sentence) => {
    expect(await refusalOf(options)).toMatch(sentence);
  });
});

test("everything that the engine does have is taken", async () => {
  const options: Partial<Options> = {
    retries: 20,
    idempotency: "event.data.id",
    concurrency: [{ limit: 10 }, { limit: 2, key: "event.data.host", scope: "fn" }],
    batchEvents: { maxSize: 10, timeout: "5s", key: "event.data.host" },
    triggers: [{ event: "a/b", if: "event.data.x > 1" }, { event: "a/*" }, { cron: "TZ=America/Argentina/Buenos_Aires 0 9 * * 1-5" }],
  };
  expect(await refusalOf(options)).toBe("it started");
});
