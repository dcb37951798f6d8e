import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { sendJson, startStandInServer } from "@/lib/http/testing/stand-in-server";
import { formFields } from "../testing/form-fields";
import { makeLeg } from "../testing/make-leg";
import { openAiTranscriber } from "./openai";
import type { RecognizeInput } from "./recognized";

type Server = Awaited<ReturnType<typeof startStandInServer>>;
let server: Server;
afterEach(() => server.close());

const input = async (overrides: Partial<RecognizeInput> = {}): Promise<RecognizeInput> => ({
  legs: [await makeLeg({ durationSeconds: 12, speech: [{ start: 1, end: 4 }] })],
  language: "es",
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...overrides,
});
const ask = async (overrides: Partial<RecognizeInput> = {}, options: { model?: string; answerWithinMs?: number } = {}) =>
  openAiTranscriber({ baseUrl: server.baseUrl, model: "whisper-1", apiKey: "sk-secret", ...options })(await input(overrides));

const spoken = {
  text: " Buenos días.",
  language: "spanish",
  duration: 3.6,
  segments: [{ id: 0, start: 0.4, end: 2.1, text: " Buenos días.", no_speech_prob: 0.01, avg_logprob: -0.2, compression_ratio: 1.1 }],
  words: [
    { word: "Buenos", start: 0.4, end: 0.9 },
    { word: "días", start: 1, end: 2 },
  ],
};

test("each leg is asked by itself, its silence left out, and times are those of the whole call", async () => {
  server = await startStandInServer((_, response) => sendJson(response, spoken));
  const shares: number[] = [];
  const legs = [
    await makeLeg({ channel: 0, durationSeconds: 12, speech: [{ start: 1, end: 4 }] }),
    await makeLeg({ channel: 1, durationSeconds: 12, speech: [{ start: 5, end: 9 }] }),
  ];
  const heard = await ask({ legs, onProgress: (share) => shares.push(share) });
  expect(heard).toMatchObject({ language: "es", model: "whisper-1", wordTimes: "measured" });
  expect(heard.segments.map(({ channel, start, text }) => [channel, start, text])).toEqual([
    [0, expect.closeTo(1.1), "Buenos días."],
    [1, expect.closeTo(5.1), "Buenos días."],
  ]);
  expect(heard.segments[1]?.words?.map(({ text, start }) => [text, start])).toEqual([
    ["Buenos", expect.closeTo(5.1)],
    ["días", expect.closeTo(5.7)],
  ]);
  expect(shares).toEqual([0.5, 1]);
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "POST", url: "/v1/audio/transcriptions", headers: { authorization: "Bearer sk-secret" } });
  expect(request && (await formFields(request))).toEqual([
    ["file", 44 + 3.6 * 32_000],
    ["model", "whisper-1"],
    ["temperature", "0"],
    ["language", "es"],
    ["response_format", "verbose_json"],
    ["timestamp_granularities[]", "segment"],
    ["timestamp_granularities[]", "word"],
  ]);
});

test("words inside segments are read too, and a language that is to be told is told once and kept", async () => {
  const [segment] = spoken.segments;
  server = await startStandInServer((_, response) =>
    sendJson(response, { text: "hi", detected_language: "english", segments: [{ ...segment, words: spoken.words }] }),
  );
  const legs = [
    await makeLeg({ durationSeconds: 12, speech: [{ start: 1, end: 4 }] }),
    await makeLeg({ channel: 1, durationSeconds: 12, speech: [{ start: 1, end: 4 }] }),
  ];
  const heard = await ask({ legs, language: "auto" });
  expect(heard.language).toBe("en");
  expect(heard.segments[0]?.words).toHaveLength(2);
  const languages = await Promise.all(
    server.requests.map(async (request) => (await formFields(request)).find(([name]) => name === "language")),
  );
  expect(languages).toEqual([undefined, ["language", "en"]]);
});

test("a server without times gives text for short pieces, and says that words have no times", async () => {
  server = await startStandInServer((_, response) => sendJson(response, { text: "Hola." }));
  const speech = [
    { start: 1, end: 14 },
    { start: 15, end: 28 },
  ];
  const heard = await ask({ legs: [await makeLeg({ durationSeconds: 30, speech })] }, { model: "gpt-4o-mini-transcribe" });
  expect(heard.wordTimes).toBe("none");
  expect(heard.segments.map(({ start, end, words }) => [start, end, words])).toEqual([
    [0.7, 14.3, null],
    [14.7, 28.3, null],
  ]);
});

test("sentences that are made up of silence are dropped, and without speech nobody is asked", async () => {
  const [segment] = spoken.segments;
  server = await startStandInServer((_, response) =>
    sendJson(response, {
      text: "x",
      segments: [
        { ...segment, no_speech_prob: 0.9, avg_logprob: -1.4 },
        { ...segment, compression_ratio: 3 },
        { ...segment, text: "  " },
      ],
    }),
  );
  expect((await ask()).segments).toEqual([]);
  expect((await ask({ legs: [await makeLeg({ durationSeconds: 5, speech: [] })] })).segments).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test.each([
  [429, { error: { message: "Rate limit" } }, { code: "busy", isRetriable: true, retryAfterSeconds: 7 }],
  [500, { error: "oops" }, { code: "server_failed", isRetriable: true }],
  [503, "", { code: "server_failed", isRetriable: true }],
  [401, { error: { message: "Incorrect API key" } }, { code: "refused", isRetriable: false }],
  [413, {}, { code: "refused", isRetriable: false }],
  [200, { words: [] }, { code: "unreadable_answer", isRetriable: false }],
  [200, { text: "x", segments: [{ start: "0" }] }, { code: "unreadable_answer" }],
  [200, [], { code: "unreadable_answer" }],
])("an answer of %s with %o is told in words, and whether to try again", async (status, body, expected) => {
  server = await startStandInServer((_, response) => sendJson(response, body, status, { "retry-after": "7" }));
  const failure = await ask().catch((error: unknown) => error);
  expect(failure).toMatchObject(expected);
  expect(String(failure)).toContain(new URL(server.baseUrl).host);
  expect(String(failure)).not.toContain("sk-secret");
});

test("a server that is away, slow, or answers no JSON is told apart; a call that nobody wants any more is given up at once", async () => {
  server = await startStandInServer((_, response) => void response.writeHead(200).end("<html>"));
  await expect(ask()).rejects.toMatchObject({ code: "unreadable_answer" });
  await server.close();
  await expect(ask()).rejects.toMatchObject({ code: "unreachable", isRetriable: true });
  server = await startStandInServer(async (_, response) => {
    await wait(2_000, undefined, { ref: false });
    response.destroy();
  });
  await expect(ask({}, { answerWithinMs: 100 })).rejects.toMatchObject({ code: "too_slow", isRetriable: true });
  const cancelled = new Error("cancelled");
  const controller = new AbortController();
  const before = server.requests.length;
  const asking = ask({ signal: controller.signal });
  await expect.poll(() => server.requests.length).toBeGreaterThan(before);
  controller.abort(cancelled);
  await expect(asking).rejects.toBe(cancelled);
});

test("an address that leads elsewhere is not followed, with the key in hand", async () => {
  server = await startStandInServer((_, response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end());
  await expect(ask()).rejects.toMatchObject({ code: "unreachable" });
});
