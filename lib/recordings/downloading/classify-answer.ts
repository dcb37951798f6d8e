import { AttemptFailure } from "../attempt-failure";
import { type BytesDescription, DESCRIBED_BYTES, describeBytes } from "../decoding/describe-bytes";
import type { RecordingAnswer } from "../outbound/open-recording-url";

const MAX_RETRY_AFTER_SECONDS = 12 * 3600;
const PEEK_MS = 2_000;

/** The failure that a status other than 200 stands for, by the specification's classes. What it does not name is tried again. */
export function failureOfStatus(answer: RecordingAnswer, looked: BytesDescription): AttemptFailure {
  const status = answer.statusCode;
  const says = `The host answered ${status}${looked.kind === "empty" ? "" : ` with ${looked.label}`}.`;
  const options = { retryAfterSeconds: readRetryAfter(answer.headers["retry-after"]) };
  if (status === 410) return new AttemptFailure("gone", "gone", `${says} The recording is gone for good.`);
  if (status === 404) return new AttemptFailure("retry", "not_found", says, options);
  if (status === 401 || status === 403) return new AttemptFailure("retry", "forbidden", says, options);
  if (status === 429) return new AttemptFailure("retry", "throttled", says, options);
  if (status >= 500) return new AttemptFailure("retry", "host_error", says, options);
  if (status === 409 || status === 425 || (status > 200 && status < 300)) return new AttemptFailure("retry", "not_ready", says, options);
  return new AttemptFailure("retry", "unexpected_status", says, options);
}

/** Seconds that a Retry-After header asks for, at most half a day; null when it asks for nothing that can be read. */
export function readRetryAfter(header: string | string[] | undefined, now = Date.now()): number | null {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? "";
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 1), MAX_RETRY_AFTER_SECONDS) : null;
}

/** Describes an error's body by its first bytes, and waits for them only briefly. */
export async function peekAtBody(answer: RecordingAnswer): Promise<BytesDescription> {
  const chunks: Buffer[] = [];
  let length = 0;
  const timer = setTimeout(answer.close, PEEK_MS);
  try {
    for await (const chunk of answer.body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= DESCRIBED_BYTES) break;
    }
  } catch {
    // The status alone decides; whatever came of the body only helps people to understand it.
  } finally {
    clearTimeout(timer);
  }
  return describeBytes(Buffer.concat(chunks));
}
