import type { Transcriber } from "@/db/enums";
import { env } from "@/lib/env";
import { deepgramTranscriber } from "./providers/deepgram";
import { localTranscriber } from "./providers/local";
import { openAiTranscriber } from "./providers/openai";
import type { Recognize } from "./providers/recognized";
import { TranscriberFailure } from "./transcriber-failure";

const SERVERS = {
  openai: { baseUrl: "https://api.openai.com", model: "whisper-1" },
  deepgram: { baseUrl: "https://api.deepgram.com", model: "nova-3" },
};

/** The transcribers that this installation can offer a campaign: a server only where its address or key is set. */
export function offeredTranscribers(): Transcriber[] {
  const isRemoteSet = env.TRANSCRIBER_URL !== undefined || env.TRANSCRIBER_API_KEY !== undefined;
  const remote = env.TRANSCRIBER === "openai" || env.TRANSCRIBER === "deepgram" ? env.TRANSCRIBER : isRemoteSet ? "openai" : null;
  return ["local", ...(remote === null ? [] : [remote]), "none"];
}

/** What a transcriber does, as the environment configures it. Throws TranscriberFailure for one that is not configured here. */
export function transcriberOf(transcriber: Exclude<Transcriber, "none">): Recognize {
  if (!offeredTranscribers().includes(transcriber))
    throw new TranscriberFailure(
      "not_configured",
      `The transcriber ${transcriber} is not configured: set TRANSCRIBER_URL or TRANSCRIBER_API_KEY.`,
    );
  if (transcriber === "local") return localTranscriber;
  const { baseUrl, model } = SERVERS[transcriber];
  const server = {
    baseUrl: env.TRANSCRIBER_URL ?? baseUrl,
    model: env.TRANSCRIBER_MODEL ?? model,
    apiKey: env.TRANSCRIBER_API_KEY ?? null,
  };
  return transcriber === "openai" ? openAiTranscriber(server) : deepgramTranscriber(server);
}

/** The hosts that transcribers send recordings to; those that send them nowhere are absent. */
export function transcriberHosts(): Partial<Record<Transcriber, string>> {
  const hostOf = (baseUrl: string) => new URL(env.TRANSCRIBER_URL ?? baseUrl).host;
  return { openai: hostOf(SERVERS.openai.baseUrl), deepgram: hostOf(SERVERS.deepgram.baseUrl) };
}
