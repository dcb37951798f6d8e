import type { z } from "zod";
import { TranscriberFailure } from "../transcriber-failure";

/** A piece of speech may take a server with a slow processor some minutes. */
const ANSWER_WITHIN_MS = 10 * 60_000;
/** A longer answer than any piece of speech has. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const MAX_QUOTE = 300;

type AskServerInput<Answer> = {
  url: string;
  headers: Record<string, string>;
  body: BodyInit;
  signal: AbortSignal;
  shape: z.ZodType<Answer>;
  answerWithinMs?: number;
};

/** Posts to a transcription server and reads its answer. Throws TranscriberFailure with what is wrong and whether to try again. */
export async function askServer<Answer>(input: AskServerInput<Answer>): Promise<Answer> {
  const { url, headers, body, signal, shape, answerWithinMs = ANSWER_WITHIN_MS } = input;
  const { host } = new URL(url);
  const timeout = AbortSignal.timeout(answerWithinMs);
  let status: number;
  let text: string;
  let retryAfter: string | null;
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.any([signal, timeout]), redirect: "error" });
    status = response.status;
    retryAfter = response.headers.get("retry-after");
    text = await readText(response);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof TranscriberFailure) throw cause;
    if (timeout.aborted)
      throw new TranscriberFailure("too_slow", `${host} did not answer within ${Math.round(answerWithinMs / 1000)} seconds.`, { cause });
    throw new TranscriberFailure("unreachable", `${host} could not be reached: ${reasonOf(cause)}.`, { cause });
  }
  if (status < 200 || status > 299) throw failureOf({ host, status, text, retryAfter });
  return readAnswer(text, shape, host);
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > MAX_ANSWER_BYTES) throw new TranscriberFailure("unreadable_answer", "The server's answer is larger than 32 MiB.");
  }
  return Buffer.concat(chunks).toString("utf8");
}

function failureOf({ host, status, text, retryAfter }: { host: string; status: number; text: string; retryAfter: string | null }) {
  const said = text.replace(/\s+/g, " ").trim().slice(0, MAX_QUOTE);
  const sentence = `${host} answered ${status}${said === "" ? "" : `: ${said}`}`;
  const retryAfterSeconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
  if (status === 429) return new TranscriberFailure("busy", sentence, { retryAfterSeconds });
  if (status >= 500 || status === 408) return new TranscriberFailure("server_failed", sentence, { retryAfterSeconds });
  return new TranscriberFailure("refused", sentence);
}

function readAnswer<Answer>(text: string, shape: z.ZodType<Answer>, host: string): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TranscriberFailure("unreadable_answer", `${host} answered something that is not JSON: ${text.slice(0, 80)}`, { cause });
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const place = issue?.path.join(".") || "the answer";
  throw new TranscriberFailure("unreadable_answer", `${host} answered in another shape than expected: ${place}: ${issue?.message}.`);
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
