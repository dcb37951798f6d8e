import type { Source } from "@/db/enums";
import type { Authentication } from "@/lib/api-keys/authenticate-api-key";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import type { WebhookAnswer } from "@/lib/reception/answer-delivery";
import type { ReceivedBody } from "@/lib/reception/read-received-body";
import { recordUnauthorizedRequest } from "@/lib/reception/record-unauthorized-request";
import { describeSender, type RequestHeaders } from "./describe-sender";
import { SECRET_MARK } from "./secret-mark";

/** A request as a door sees it, whichever server brings it. `query` is what stands behind the `?`, as it came. */
export type IncomingDelivery = { headers: RequestHeaders; query: string; readBody: () => Promise<ReceivedBody> };

/** What is sent back, as JSON. */
export type DoorAnswer = { status: number; headers: Record<string, string>; text: string };

/** A request that passed the door, with its body as it may be kept: without secrets. */
export type AuthenticatedDelivery = {
  apiKeyId: string;
  body: ReceivedBody;
  contentType: string;
  /** Without secrets. */
  headers: Record<string, string>;
  remoteAddress: string;
};

export type WebhookDoor = (incoming: IncomingDelivery) => Promise<DoorAnswer>;

/** Whether a request comes in. `answer`: it is answered at once, and nothing is stored. */
export type Admission =
  | ({ isAuthorized: true } & Pick<AuthenticatedDelivery, "apiKeyId" | "body" | "contentType"> & { secret?: string })
  | (Extract<Authentication, { isAuthorized: false }> & {
      /** When all that the decision needed was there, on the process's clock; the answer comes a fixed time after it. */
      decidedFrom: number;
    })
  | { isAuthorized: null; answer: WebhookAnswer; headers?: Record<string, string> };

export type Admit = (
  incoming: IncomingDelivery,
  sender: { usedBy: string; remoteAddress: string; arrivedAt: number },
) => Promise<Admission>;

type WebhookDoorOptions = {
  source: Source;
  admit: Admit;
  receive: (delivery: AuthenticatedDelivery) => Promise<WebhookAnswer>;
};

/** Every request without a valid key is answered this long after it came, so that the time tells nothing. */
const UNAUTHORIZED_AFTER_MS = 50;
/** The sender's clock is short: a database that hangs is a database that is away. */
const ANSWER_WITHIN_MS = 5_000;
const RETRY_AFTER_SECONDS = "5";

/** A webhook's door: lets in who has a valid key, and turns whatever happens into an answer for a machine. */
export function webhookDoor({ source, admit, receive }: WebhookDoorOptions): WebhookDoor {
  return async (incoming) => {
    const arrivedAt = performance.now();
    const { usedBy, remoteAddress, headers } = describeSender(incoming.headers);
    try {
      const admission = await admit(incoming, { usedBy, remoteAddress, arrivedAt });
      if (admission.isAuthorized === null) return answer(admission.answer.status, admission.answer.body, admission.headers);
      if (!admission.isAuthorized) {
        const { reason, keyLast4, decidedFrom } = admission;
        recordUnauthorizedRequest({ source, reason, keyLast4, remoteAddress });
        await pause(UNAUTHORIZED_AFTER_MS - (performance.now() - decidedFrom));
        return answer(401, { error: { code: "unauthorized" } });
      }
      const { apiKeyId, body, contentType, secret } = admission;
      const kept = secret === undefined ? headers : withoutSecret(headers, secret);
      const { status, body: text } = await withinTime(receive({ apiKeyId, body, contentType, headers: kept, remoteAddress }));
      return answer(status, text);
    } catch (error) {
      if (error instanceof AnswerTooLate) log.warn({ source }, "a delivery was turned away because the database did not answer in time");
      else if (!isExpected(error)) log.error({ err: error, source }, "a delivery could not be taken in");
      const message = "The delivery was not stored. Send it again.";
      return answer(503, { error: { code: "unavailable", message } }, { "retry-after": RETRY_AFTER_SECONDS });
    }
  };
}

/** Admits by a header, which is checked before the body is read. */
export function admitByHeader(authenticate: (header: RequestHeaders["get"], usedBy: string) => Promise<Authentication>): Admit {
  return async ({ headers, readBody }, { usedBy, arrivedAt }) => {
    const authentication = await authenticate(headers.get, usedBy);
    if (!authentication.isAuthorized) return { ...authentication, decidedFrom: arrivedAt };
    const { apiKeyId } = authentication;
    return { isAuthorized: true, apiKeyId, body: await readBody(), contentType: headers.get("content-type") ?? "" };
  };
}

/** Senders put a key where it does not belong, too: into an address that a header repeats, say. */
function withoutSecret(headers: Record<string, string>, secret: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll(secret, SECRET_MARK)]));
}

class AnswerTooLate extends Error {}

/** What a database that is away or hangs brings about, with every request: health tells of it, and a log would only be filled by it. */
function isExpected(error: unknown): boolean {
  return isDatabaseAway(error) || (error instanceof AppError && error.code === "unavailable");
}

async function withinTime<Answer>(promise: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AnswerTooLate("the database did not answer in time")), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}

function answer(status: number, body: Record<string, unknown>, headers: Record<string, string> = {}): DoorAnswer {
  return { status, headers: { "content-type": "application/json", "cache-control": "no-store", ...headers }, text: JSON.stringify(body) };
}
