import { afterEach, expect, test } from "vitest";
import { sendJson, startStandInServer } from "@/lib/http/testing/stand-in-server";
import { makeLeg } from "../testing/make-leg";
import { deepgramTranscriber } from "./deepgram";

let server: Awaited<ReturnType<typeof startStandInServer>>;
afterEach(() => server.close());

const answer = {
  metadata: { duration: 3.6 },
  results: {
    channels: [{ detected_language: "es", alternatives: [] }],
    utterances: [
      {
        ...{ start: 0.4, end: 1.2, channel: 0, speaker: 0, transcript: "Hola, ¿quién habla?" },
        words: [{ word: "hola", punctuated_word: "Hola,", start: 0.4, end: 0.7, confidence: 0.9 }],
      },
      { start: 2, end: 3, speaker: 1, transcript: "Ana.", words: [{ word: "ana", start: 2, end: 3 }] },
    ],
  },
};

const ask = async (channelCount: number, language: "es" | "auto") => {
  const legs = await Promise.all(
    Array.from({ length: channelCount }, (_, channel) => makeLeg({ channel, durationSeconds: 12, speech: [{ start: 1, end: 4 }] })),
  );
  const recognize = deepgramTranscriber({ baseUrl: server.baseUrl, model: "nova-3", apiKey: "dg-secret" });
  return recognize({ legs, language, signal: new AbortController().signal, onProgress: () => undefined });
};

test("on one leg Deepgram tells the voices apart, and words are written as it punctuates them", async () => {
  server = await startStandInServer((_, response) => sendJson(response, answer));
  const heard = await ask(1, "auto");
  expect(heard).toMatchObject({ language: "es", model: "nova-3", wordTimes: "measured" });
  expect(heard.segments).toMatchObject([
    {
      channel: 0,
      speaker: 0,
      start: expect.closeTo(1.1),
      text: "Hola, ¿quién habla?",
      words: [{ text: "Hola,", start: expect.closeTo(1.1) }],
    },
    { channel: 0, speaker: 1, start: expect.closeTo(2.7), text: "Ana." },
  ]);
  const [request] = server.requests;
  expect(request?.headers).toMatchObject({ authorization: "Token dg-secret", "content-type": "audio/wav" });
  expect(Object.fromEntries(new URL(request?.url ?? "", server.baseUrl).searchParams)).toEqual({
    ...{ model: "nova-3", punctuate: "true", utterances: "true", detect_language: "true", diarize: "true" },
  });
});

test("two legs are asked one by one, in the language given", async () => {
  server = await startStandInServer((_, response) => sendJson(response, answer));
  const heard = await ask(2, "es");
  expect(new Set(heard.segments.map(({ channel }) => channel))).toEqual(new Set([0, 1]));
  expect(server.requests.map(({ url }) => new URL(url, server.baseUrl).searchParams.get("language"))).toEqual(["es", "es"]);
  expect(server.requests.map(({ url }) => new URL(url, server.baseUrl).searchParams.get("diarize"))).toEqual([null, null]);
});

test("a refusal and another shape are failures in words", async () => {
  server = await startStandInServer((_, response) => sendJson(response, { err_msg: "Invalid credentials" }, 401));
  await expect(ask(1, "es")).rejects.toMatchObject({ code: "refused", message: expect.stringContaining("Invalid credentials") });
  await server.close();
  server = await startStandInServer((_, response) => sendJson(response, { results: {} }));
  await expect(ask(1, "es")).rejects.toMatchObject({ code: "unreadable_answer" });
});
