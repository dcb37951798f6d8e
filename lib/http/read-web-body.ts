import type { ReceivedBody } from "@/lib/reception/read-received-body";
import { MAX_WEBHOOK_BODY_BYTES, WEBHOOK_BODY_TIMEOUT_MS } from "./body-limits";

/** Reads the body of a web Request up to a size and a time. A body that says itself that it is too large is not read at all. */
export async function readWebBody(request: Request): Promise<ReceivedBody> {
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > MAX_WEBHOOK_BODY_BYTES) return { raw: Buffer.alloc(0), problem: "too_large" };
  if (request.body === null) return { raw: Buffer.alloc(0), problem: null };
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isTooSlow = false;
  const timer = setTimeout(() => {
    isTooSlow = true;
    reader.cancel().catch(() => undefined);
  }, WEBHOOK_BODY_TIMEOUT_MS);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
      if (size > MAX_WEBHOOK_BODY_BYTES) {
        reader.cancel().catch(() => undefined);
        return { raw: Buffer.concat(chunks).subarray(0, MAX_WEBHOOK_BODY_BYTES), problem: "too_large" };
      }
    }
  } finally {
    clearTimeout(timer);
  }
  return { raw: Buffer.concat(chunks), problem: isTooSlow ? "too_slow" : null };
}
