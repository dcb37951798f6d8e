import type { z } from "zod";
import { ServerFailure } from "./server-failure";

const MAX_QUOTE = 300;
const MEBIBYTE = 1024 * 1024;
/** How the runtime's own limits on a silent server are called. */
const RUNTIME_TIMEOUTS = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);

type AskServerInput<Answer> = {
  url: string;
  headers: Record<string, string>;
  body: BodyInit;
  signal: AbortSignal;
  shape: z.ZodType<Answer>;
  answerWithinMs: number;
  maxAnswerBytes: number;
  /** What a server that repeats it must not bring onto the screen. */
  secret: string | null;
};

/**
 * Posts to a server that an admin has named and reads its JSON. An address that leads elsewhere is not followed, with the key in hand. Throws
 * ServerFailure with what is wrong and whether to try again, or what ended the signal.
 */
export async function askServer<Answer>(input: AskServerInput<Answer>): Promise<Answer> {
  const { url, headers, body, signal, shape, answerWithinMs, maxAnswerBytes, secret } = input;
  const { host } = new URL(url);
  const timeout = AbortSignal.timeout(answerWithinMs);
  let status: number;
  let text: string;
  let retryAfter: string | null;
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.any([signal, timeout]), redirect: "error" });
    status = response.status;
    retryAfter = response.headers.get("retry-after");
    text = withoutSecret(await readText(response, host, maxAnswerBytes), secret);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof ServerFailure) throw cause;
    if (timeout.aborted || isRuntimeTimeout(cause))
      throw new ServerFailure("too_slow", `${host} did not answer within ${Math.round(answerWithinMs / 1000)} seconds.`, { cause });
    throw new ServerFailure("unreachable", `${host} could not be reached: ${reasonOf(cause)}.`, { cause });
  }
  if (status < 200 || status > 299) throw failureOf({ host, status, text, retryAfter });
  return readAnswer(text, shape, host);
}

async function readText(response: Response, host: string, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new ServerFailure("unreadable_answer", `The answer of ${host} is larger than ${Math.round(maxBytes / MEBIBYTE)} MiB.`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function withoutSecret(text: string, secret: string | null): string {
  return secret === null ? text : text.replaceAll(secret, "…");
}

function failureOf({ host, status, text, retryAfter }: { host: string; status: number; text: string; retryAfter: string | null }) {
  const said = text.replace(/\s+/g, " ").trim().slice(0, MAX_QUOTE);
  const sentence = `${host} answered ${status}${said === "" ? "" : `: ${said}`}`;
  const retryAfterSeconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
  if (status === 429) return new ServerFailure("busy", sentence, { status, retryAfterSeconds });
  if (status >= 500 || status === 408) return new ServerFailure("server_failed", sentence, { status, retryAfterSeconds });
  return new ServerFailure("refused", sentence, { status });
}

function readAnswer<Answer>(text: string, shape: z.ZodType<Answer>, host: string): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ServerFailure("unreadable_answer", `${host} answered something that is not JSON: ${text.slice(0, 80)}`, { cause });
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const place = issue?.path.join(".") || "the answer";
  throw new ServerFailure("unreadable_answer", `${host} answered in another shape than expected: ${place}: ${issue?.message}.`);
}

function isRuntimeTimeout(cause: unknown): boolean {
  const inner = cause instanceof Error ? cause.cause : undefined;
  return inner instanceof Error && "code" in inner && RUNTIME_TIMEOUTS.has(String(inner.code));
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
