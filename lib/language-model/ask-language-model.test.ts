import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { env } from "@/lib/env";
import { sendJson } from "@/lib/http/testing/stand-in-server";
import { askLanguageModel } from "./ask-language-model";
import { startModelServer } from "./testing/model-server";
import { sendCompletion } from "./testing/send-completion";

type Server = Awaited<ReturnType<typeof startModelServer>>;
let server: Server;
afterEach(async () => {
  Object.assign(env, { LLM_INPUT_PRICE: undefined, LLM_OUTPUT_PRICE: undefined });
  await server.close();
});

const shape = z.object({ mood: z.enum(["good", "bad"]), lines: z.array(z.number().int().min(0)).max(9) });
const good = { mood: "good", lines: [1, 2] };
const ask = (overrides: Partial<Parameters<typeof askLanguageModel<z.infer<typeof shape>>>[0]> = {}) =>
  askLanguageModel({
    ...{ system: "You read calls.", user: "Hello", shapeName: "mood", shape, signal: new AbortController().signal },
    ...overrides,
  });
const failureOf = (asking: Promise<unknown>) => asking.catch((error: unknown) => error);

test("the model is asked with its name, the key, no chance, and the shape of its answer, and what it took is told", async () => {
  server = await startModelServer((_, response) => sendCompletion(response, good));
  Object.assign(env, { LLM_API_KEY: "sk-secret", LLM_INPUT_PRICE: 0.15, LLM_OUTPUT_PRICE: 0.6 });
  expect(await ask()).toEqual({
    value: good,
    use: { model: "stand-in", inputTokens: 1_000, outputTokens: 200, cost: "0.00027" },
  });
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "POST", url: "/v1/chat/completions", headers: { authorization: "Bearer sk-secret" } });
  expect(server.asked()).toEqual([
    {
      model: "stand-in",
      temperature: 0,
      messages: [
        { role: "system", content: "You read calls." },
        { role: "user", content: "Hello" },
      ],
      response_format: {
        type: "json_schema",
        json_schema: {
          name: "mood",
          strict: true,
          schema: {
            type: "object",
            properties: { mood: { type: "string", enum: ["good", "bad"] }, lines: { type: "array", items: { type: "integer" } } },
            required: ["mood", "lines"],
            additionalProperties: false,
          },
        },
      },
    },
  ]);
});

test("an address that ends in /v1 is the same server", async () => {
  server = await startModelServer((_, response) => sendCompletion(response, good));
  Object.assign(env, { LLM_BASE_URL: `${server.baseUrl}/v1/` });
  await ask();
  expect(server.requests[0]?.url).toBe("/v1/chat/completions");
});

test.each([
  ["fenced", `\`\`\`json\n${JSON.stringify(good)}\n\`\`\``],
  ["after a thought", `<think>Is it {"mood":"bad"}?</think>\n${JSON.stringify(good)}`],
  ["after a thought whose beginning is missing", `Hmm, {bad}.\n</think>\n\`\`\`\n${JSON.stringify(good)}\n\`\`\``],
  ["among words", `Here you are: ${JSON.stringify(good)} I hope that it helps.`],
])("an answer that is %s is read", async (_, content) => {
  server = await startModelServer((_, response) => sendCompletion(response, content));
  expect((await ask()).value).toEqual(good);
  expect(server.requests).toHaveLength(1);
});

test("an answer in pieces is read, and tokens that a server does not count, or counts wrongly, are none", async () => {
  server = await startModelServer((_, response) =>
    sendJson(response, {
      choices: [{ message: { content: [{ type: "text", text: JSON.stringify(good) }] } }],
      usage: { prompt_tokens: 1e30 },
    }),
  );
  expect(await ask()).toMatchObject({ value: good, use: { inputTokens: 0, outputTokens: 0, cost: null } });
});

test("a server that knows no schema is asked with the schema in words, and one that knows less still is too", async () => {
  server = await startModelServer(({ response_format, temperature }, response) => {
    if (response_format?.type === "json_schema")
      return sendJson(response, { error: "'response_format.type' must be text or json_object" }, 400);
    if (temperature !== undefined) return sendJson(response, { error: "Unsupported value: 'temperature'" }, 422);
    if (response_format) return sendJson(response, { error: "response_format: extra fields not permitted" }, 422);
    sendCompletion(response, good);
  });
  expect((await ask()).value).toEqual(good);
  expect(server.asked().map(({ response_format, temperature }) => [response_format?.type, temperature])).toEqual([
    ["json_schema", 0],
    ["json_object", 0],
    ["json_object", undefined],
    [undefined, undefined],
  ]);
  expect(server.asked()[3]?.messages[0]?.content).toContain('"enum":["good","bad"]');
});

test("an answer in another shape is sent back once with what is wrong, and both are paid for", async () => {
  server = await startModelServer(({ messages }, response) =>
    messages.length === 2 ? sendCompletion(response, { ...good, mood: "fine" }) : sendCompletion(response, good),
  );
  const spent = { model: "stand-in", inputTokens: 5, outputTokens: 5, cost: null };
  expect(await ask({ spent })).toMatchObject({ value: good, use: { inputTokens: 2_005, outputTokens: 405 } });
  const [, again] = server.asked();
  expect(again?.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
  expect(again?.messages[3]?.content).toContain("mood");
});

test("after a second answer that cannot be read it is a failure in words, with what was spent", async () => {
  server = await startModelServer((_, response) => sendCompletion(response, "I would rather not."));
  const failure = await failureOf(ask());
  expect(failure).toMatchObject({ code: "unreadable_answer", isRetriable: false, use: { inputTokens: 2_000 } });
  expect(String(failure)).toContain("it is not JSON");
});

test("an answer that is cut short, and one that is refused, are failures that are not asked again", async () => {
  server = await startModelServer((_, response) => sendCompletion(response, '{"mood":"go', { finishReason: "length" }));
  expect(await failureOf(ask())).toMatchObject({ code: "cut_short", isRetriable: false, use: { outputTokens: 200 } });
  expect(server.requests).toHaveLength(1);
  await server.close();
  server = await startModelServer((_, response) => sendJson(response, { choices: [{ message: { content: null, refusal: "No." } }] }));
  expect(await failureOf(ask())).toMatchObject({ code: "refused", isRetriable: false });
});

test.each([
  [429, { code: "busy", isRetriable: true, retryAfterSeconds: 7 }],
  [500, { code: "server_failed", isRetriable: true }],
  [503, { code: "server_failed", isRetriable: true }],
  [401, { code: "refused", isRetriable: false }],
  [400, { code: "refused", isRetriable: false }],
  [302, { code: "unreachable" }],
])("an answer of %s is told in words that name the host and never the key", async (status, expected) => {
  server = await startModelServer((_, response) =>
    sendJson(response, { error: { message: "Your key sk-secret is no good here" } }, status, {
      "retry-after": "7",
      location: "http://127.0.0.1:9/",
    }),
  );
  Object.assign(env, { LLM_API_KEY: "sk-secret" });
  const failure = await failureOf(ask());
  expect(failure).toMatchObject(expected);
  expect(String(failure)).toContain(new URL(server.baseUrl).host);
  expect(String(failure)).not.toContain("sk-secret");
  expect(server.requests).toHaveLength(1);
});

test("a server that is slow, sends no JSON, too much, or is away is told apart; nobody waits for what is not wanted any more", async () => {
  server = await startModelServer(async (_, response) => {
    await wait(2_000, undefined, { ref: false });
    response.destroy();
  });
  expect(await failureOf(ask({ answerWithinMs: 100 }))).toMatchObject({ code: "too_slow", isRetriable: true });
  const [controller, lost] = [new AbortController(), new Error("lost")];
  const before = server.requests.length;
  const asking = failureOf(ask({ signal: controller.signal }));
  await expect.poll(() => server.requests.length).toBeGreaterThan(before);
  controller.abort(lost);
  expect(await asking).toBe(lost);
  await server.close();
  server = await startModelServer((_, response) => void response.end("<html>"));
  expect(await failureOf(ask())).toMatchObject({ code: "unreadable_answer" });
  await server.close();
  server = await startModelServer((_, response) => sendCompletion(response, " ".repeat(5 * 1024 * 1024)));
  expect(await failureOf(ask())).toMatchObject({ code: "unreadable_answer", message: expect.stringContaining("larger than 4 MiB") });
  const { baseUrl } = server;
  await server.close();
  Object.assign(env, { LLM_BASE_URL: baseUrl, LLM_MODEL: "stand-in" });
  expect(await failureOf(ask())).toMatchObject({ code: "unreachable", isRetriable: true });
});

test("without a model there is nobody to ask, and the failure says what names one", async () => {
  server = await startModelServer(() => undefined);
  Object.assign(env, { LLM_MODEL: undefined });
  expect(await failureOf(ask())).toMatchObject({
    code: "not_configured",
    isRetriable: false,
    message: expect.stringContaining("LLM_MODEL"),
  });
});
