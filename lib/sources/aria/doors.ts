import { authenticateConnection } from "@/lib/connections/authenticate-connection";
import { type Admission, type WebhookDoor, webhookDoor } from "@/lib/http/webhook-door";
import { refusal } from "@/lib/reception/answer-delivery";
import { type ReceivedBody, readReceivedBody } from "@/lib/reception/read-received-body";
import { receiveBody } from "@/lib/reception/receive-body";
import { recordUnauthorizedRequest } from "@/lib/reception/record-unauthorized-request";
import { findCredentials } from "./credentials";
import { stripKey } from "./strip-key";

/** What the query of a pixel is kept as; the parameter tells it from a form, whatever becomes of it later. */
const PIXEL_CONTENT_TYPE = "application/x-www-form-urlencoded; via=query";

/** `POST /webhook/aria`: takes a delivery in, whose credentials are in its body. */
export const ariaDoor = webhookDoor({
  source: "aria",
  admit: async ({ headers, readBody }, { usedBy, remoteAddress }) =>
    admitByBody({ body: await readBody(), contentType: headers.get("content-type") ?? "", usedBy, remoteAddress }),
  receive: (delivery) => receiveBody({ source: "aria", ...delivery }),
});

/** `GET /webhook/aria`: takes a delivery in as the query of a pixel, where the connection allows that. */
export const ariaPixelDoor: WebhookDoor = webhookDoor({
  source: "aria",
  admit: async ({ query }, { usedBy, remoteAddress }) => {
    if (query === "") return { isAuthorized: null, answer: { status: 405, body: METHOD_NOT_ALLOWED }, headers: { allow: "POST" } };
    const body: ReceivedBody = { raw: Buffer.from(query, "latin1"), problem: null };
    return admitByBody({ body, contentType: PIXEL_CONTENT_TYPE, usedBy, remoteAddress, isPixel: true });
  },
  receive: (delivery) => receiveBody({ source: "aria", ...delivery }),
});

const METHOD_NOT_ALLOWED = {
  error: { code: "method_not_allowed", message: "Send calls by POST. A GET is taken where a connection allows query pixels." },
};

type AdmitInput = { body: ReceivedBody; contentType: string; usedBy: string; remoteAddress: string; isPixel?: boolean };

async function admitByBody({ body, contentType, usedBy, remoteAddress, isPixel = false }: AdmitInput): Promise<Admission> {
  const decidedFrom = performance.now();
  const { key, publicId } = findCredentials({ body, contentType });
  if (key === null && publicId === null) {
    const unreadable = await refuseUnreadable({ body, contentType, remoteAddress });
    if (unreadable) return unreadable;
  }
  const authentication = await authenticateConnection({ key, publicId, usedBy });
  if (!authentication.isAuthorized) return { ...authentication, decidedFrom };
  const { apiKeyId, connection } = authentication;
  // Found above, or nobody would be authorized.
  const secret = key ?? "";
  const kept: ReceivedBody = {
    raw: stripKey({ raw: body.raw, contentType, key: secret }),
    problem: body.problem ?? (isPixel && !connection.takesPixels ? "pixel" : null),
  };
  return { isAuthorized: true, apiKeyId, body: kept, contentType, secret };
}

/** A body that can't be read names nobody. Its sender is told what is wrong with it, and nothing of it is kept but that it came. */
async function refuseUnreadable({ body, contentType, remoteAddress }: Omit<AdmitInput, "usedBy">): Promise<Admission | null> {
  const reading = await readReceivedBody({ source: "aria", body, contentType, isPreview: true });
  if (reading.outcome !== "refused" || reading.status === 422) return null;
  recordUnauthorizedRequest({ source: "aria", reason: "missing", keyLast4: "", remoteAddress });
  return { isAuthorized: null, answer: { status: reading.status, body: refusal(reading) } };
}
