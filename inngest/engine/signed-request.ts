import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";

type SignedRequestInput = { method: "POST" | "PUT"; search: string; body: unknown; signingKey: string; headers?: Record<string, string> };

/** A request as Inngest sends it: signed over its body in RFC 8785 form and the time, with the installation's key. Valid for five minutes. */
export function signedRequest({ method, search, body, signingKey, headers }: SignedRequestInput): Request {
  const seconds = Math.floor(Date.now() / 1000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const signature = createHmac("sha256", key)
    .update(canonicalize(body) ?? "")
    .update(seconds)
    .digest("hex");
  return new Request(`http://embedded.local/api/inngest${search}`, {
    method,
    // Not the canonical text: functions see the fields of a step's result in the order in which the step gave them.
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", "x-inngest-signature": `t=${seconds}&s=${signature}`, ...headers },
  });
}
