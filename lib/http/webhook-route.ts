import type { Source } from "@/db/enums";
import type { Authentication } from "@/lib/api-keys/authenticate-api-key";
import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import type { WebhookAnswer } from "@/lib/reception/answer-delivery";
import type { ReceivedBody } from "@/lib/reception/read-received-body";
import { recordUnauthorizedRequest } from "@/lib/reception/record-unauthorized-request";
import { describeSender } from "./describe-sender";
import { readBody } from "./read-body";

/** A request that passed the door, with its body as it came. */
export type AuthenticatedDelivery = {
  apiKeyId: string;
  body: ReceivedBody;
  contentType: string;
  /** Without secrets. */
  headers: Record<string, string>;
  remoteAddress: string;
};

type WebhookRouteOptions = {
  source: Source;
  authenticate: (sender: { headers: Headers; usedBy: string }) => Promise<Authentication>;
  receive: (delivery: AuthenticatedDelivery) => Promise<WebhookAnswer>;
};

/** Every request without a valid key is answered this long after it came, so that the time tells nothing. */
const UNAUTHORIZED_AFTER_MS = 50;
/** The sender's clock is short: a database that hangs is a database that is away. */
const ANSWER_WITHIN_MS = 5_000;
const RETRY_AFTER_SECONDS = "5";

/** A webhook's door: checks the key before the body is read, bounds the body, and turns whatever happens into an answer for a machine. */
export function webhookRoute({ source, authenticate, receive }: WebhookRouteOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const arrivedAt = performance.now();
    const sender = describeSender(request.headers);
    try {
      const authentication = await authenticate({ headers: request.headers, usedBy: sender.usedBy });
      if (!authentication.isAuthorized) {
        const { reason, keyLast4 } = authentication;
        recordUnauthorizedRequest({ source, reason, keyLast4, remoteAddress: sender.remoteAddress });
        await pause(UNAUTHORIZED_AFTER_MS - (performance.now() - arrivedAt));
        return respond(401, { error: { code: "unauthorized" } });
      }
      const body = await readBody(request);
      const { apiKeyId } = authentication;
      const contentType = request.headers.get("content-type") ?? "";
      const answer = await withinTime(
        receive({ apiKeyId, body, contentType, headers: sender.headers, remoteAddress: sender.remoteAddress }),
      );
      return respond(answer.status, answer.body);
    } catch (error) {
      if (!isDatabaseAway(error) && !(error instanceof AnswerTooLate))
        log.error({ err: error, source }, "a delivery could not be taken in");
      const message = "The delivery was not stored. Send it again.";
      return respond(503, { error: { code: "unavailable", message } }, { "retry-after": RETRY_AFTER_SECONDS });
    }
  };
}

class AnswerTooLate extends Error {}

async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AnswerTooLate("the database did not answer in time")), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}

function respond(status: number, body: Record<string, unknown>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
}
