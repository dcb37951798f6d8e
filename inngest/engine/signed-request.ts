import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";

type SignedRequestInput = { method: "POST" | "PUT"; search: string; body: unknown; signingKey: string; headers?: Record<string, string> };

/** A request as Inngest sends it: its body in RFC 8785 form, signed with the installation's key and the time (valid for five minutes). */
export function signedRequest({ method, search, body, signingKey, headers }: SignedRequestInput): Request {
  const text = canonicalize(body) ?? "";
  const seconds = Math.floor(Date.now() / 1000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const signature = createHmac("sha256", key).update(text).update(seconds).digest("hex");
  return new Request(`http://embedded.local/api/inngest${search}`, {
    method,
    body: text,
    headers: { "content-type": "application/json", "x-inngest-signature": `t=${seconds}&s=${signature}`, ...headers },
  });
}
