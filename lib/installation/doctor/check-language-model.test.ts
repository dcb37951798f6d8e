import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { sendJson } from "@/lib/http/testing/stand-in-server";
import { startModelServer } from "@/lib/language-model/testing/model-server";
import { sendCompletion } from "@/lib/language-model/testing/send-completion";
import { checkLanguageModel } from "./check-language-model";

test("an installation without a language model is told so, and what names one", async () => {
  expect(await checkLanguageModel()).toMatchObject({ status: "ok", message: expect.stringContaining("LLM_BASE_URL and LLM_MODEL") });
  Object.assign(env, { LLM_BASE_URL: "http://127.0.0.1:9" });
  expect(await checkLanguageModel()).toMatchObject({ status: "warning", message: expect.stringContaining("LLM_MODEL is not set") });
  Object.assign(env, { LLM_BASE_URL: undefined });
});

test("a model that answers is named with its host, and one that does not with what is wrong", async () => {
  const server = await startModelServer((_, response) => sendCompletion(response, { isReady: true }));
  expect(await checkLanguageModel()).toMatchObject({
    status: "ok",
    message: expect.stringMatching(new RegExp(`^stand-in at ${new URL(server.baseUrl).host} answers, in \\d+\\.\\d s\\.$`)),
  });
  await server.close();
  const refusing = await startModelServer((_, response) => sendJson(response, { error: "No such model" }, 404));
  expect(await checkLanguageModel()).toMatchObject({ status: "warning", message: expect.stringContaining("No such model") });
  await refusing.close();
});
