import { Client, type Dispatcher } from "undici";
import { type AttemptEvidence, AttemptFailure } from "../attempt-failure";
import { checkedConnector } from "./checked-connector";
import type { OutboundLimits } from "./outbound-limits";
import { parseRecordingUrl, parseRedirect, type RecordingTarget } from "./parse-recording-url";

/** A host's answer that is no redirect, its body unread. `close` must be called once, whatever was read. */
export type RecordingAnswer = Pick<Dispatcher.ResponseData, "statusCode" | "headers" | "body"> & { close: () => void };

type OpenInput = { url: string; limits: OutboundLimits; evidence: AttemptEvidence; signal: AbortSignal };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks a recording's host for its file, following redirects by hand: each address is checked anew, and none leads from https to http.
 * Throws AttemptFailure when no answer came; `evidence` then holds what was seen so far.
 */
export async function openRecordingUrl({ url, limits, evidence, signal }: OpenInput): Promise<RecordingAnswer> {
  let target = parseRecordingUrl(url);
  for (let redirects = 0; ; redirects++) {
    Object.assign(evidence, { url: target.url, remoteAddress: null, httpStatus: null, contentType: null });
    const answer = await ask(target, { limits, evidence, signal });
    evidence.httpStatus = answer.statusCode;
    const location = firstOf(answer.headers.location);
    if (!REDIRECTS.has(answer.statusCode) || location === undefined) {
      evidence.contentType = firstOf(answer.headers["content-type"])?.slice(0, 200) ?? null;
      return answer;
    }
    answer.close();
    if (redirects >= limits.maxRedirects) {
      throw new AttemptFailure("retry", "too_many_redirects", `The host redirects more than ${limits.maxRedirects} times.`);
    }
    const next = parseRedirect(location, target);
    if (target.protocol === "https:" && next.protocol === "http:") {
      throw new AttemptFailure("refused", "insecure_redirect", "The host redirects from https to http.");
    }
    target = next;
  }
}

type AskInput = Omit<OpenInput, "url">;

async function ask(target: RecordingTarget, { limits, evidence, signal }: AskInput): Promise<RecordingAnswer> {
  const patience = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onConnected = (address: string) => {
    evidence.remoteAddress = address;
    timer = setTimeout(() => patience.abort(), limits.headersMs);
  };
  // A client for this one request: nothing that was connected for one address is ever used for another.
  const client = new Client(target.origin, {
    connect: checkedConnector({ target, limits, onConnected }),
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 64 * 1024,
    pipelining: 1,
  });
  const close = () => void client.destroy().catch(() => undefined);
  try {
    const { statusCode, headers, body } = await client.request({
      method: "GET",
      path: target.path,
      headers: { accept: "audio/*, */*;q=0.5", "accept-encoding": "identity", "user-agent": "AuditorIA" },
      signal: AbortSignal.any([signal, patience.signal]),
    });
    // A body that is closed unread ends with an error that nobody waits for.
    body.on("error", () => undefined);
    return { statusCode, headers, body, close };
  } catch (cause) {
    close();
    if (cause instanceof AttemptFailure) throw cause;
    if (signal.aborted) throw signal.reason;
    if (patience.signal.aborted) throw new AttemptFailure("retry", "headers_timeout", "The host did not answer in time.", { cause });
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AttemptFailure("retry", "bad_answer", `The host's answer could not be read: ${message}.`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
