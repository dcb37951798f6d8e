import type { Source } from "@/db/enums";
import type { Authentication } from "@/lib/api-keys/authenticate-api-key";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import type { WebhookAnswer } from "@/lib/reception/answer-delivery";
import type { ReceivedBody } from "@/lib/reception/read-received-body";
import { recordUnauthorizedRequest } from "@/lib/reception/record-unauthorized-request";
import { describeSender, type RequestHeaders } from "./describe-sender";

/** A request as a door sees it, whichever server brings it. The body is not touched until the key was found good. */
export type IncomingDelivery = { headers: RequestHeaders; readBody: () => Promise<ReceivedBody> };

/** What is sent back, as JSON. */
export type DoorAnswer = { status: number; headers: Record<string, string>; text: string };

/** A request that passed the door, with its body as it came. */
export type AuthenticatedDelivery = {
  apiKeyId: string;
  body: ReceivedBody;
  contentType: string;
  /** Without secrets. */
  headers: Record<string, string>;
  remoteAddress: string;
};

export type WebhookDoor = (incoming: IncomingDelivery) => Promise<DoorAnswer>;

type WebhookDoorOptions = {
  source: Source;
  authenticate: (sender: { header: RequestHeaders["get"]; usedBy: string }) => Promise<Authentication>;
  receive: (delivery: AuthenticatedDelivery) => Promise<WebhookAnswer>;
};

/** Every request without a valid key is answered this long after it came, so that the time tells nothing. */
const UNAUTHORIZED_AFTER_MS = 50;
/** The sender's clock is short: a database that hangs is a database that is away. */
const ANSWER_WITHIN_MS = 5_000;
const RETRY_AFTER_SECONDS = "5";

/** A webhook's door: checks the key before the body is read, bounds the body, and turns whatever happens into an answer for a machine. */
export function webhookDoor({ source, authenticate, receive }: WebhookDoorOptions): WebhookDoor {
  return async ({ headers, readBody }) => {
    const arrivedAt = performance.now();
    const sender = describeSender(headers);
    try {
      const authentication = await authenticate({ header: headers.get, usedBy: sender.usedBy });
      if (!authentication.isAuthorized) {
        const { reason, keyLast4 } = authentication;
        recordUnauthorizedRequest({ source, reason, keyLast4, remoteAddress: sender.remoteAddress });
        await pause(UNAUTHORIZED_AFTER_MS - (performance.now() - arrivedAt));
        return answer(401, { error: { code: "unauthorized" } });
      }
      const body = await readBody();
      const { apiKeyId } = authentication;
      const contentType = headers.get("content-type") ?? "";
      const { status, body: text } = await withinTime(
        receive({ apiKeyId, body, contentType, headers: sender.headers, remoteAddress: sender.remoteAddress }),
      );
      return answer(status, text);
    } catch (error) {
      if (error instanceof AnswerTooLate) log.warn({ source }, "a delivery was turned away because the database did not answer in time");
      else if (!isExpected(error)) log.error({ err: error, source }, "a delivery could not be taken in");
      const message = "The delivery was not stored. Send it again.";
      return answer(503, { error: { code: "unavailable", message } }, { "retry-after": RETRY_AFTER_SECONDS });
    }
  };
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
