import type { ReceivedBody } from "@/lib/reception/read-received-body";

/** Largest body that a webhook takes. */
export const MAX_WEBHOOK_BODY_BYTES = 256 * 1024;
const BODY_TIMEOUT_MS = 10_000;

/** Reads a request's body up to a size, within 10 s. A body that says itself that it is too large is not read at all. */
export async function readBody(request: Request): Promise<ReceivedBody> {
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
  }, BODY_TIMEOUT_MS);
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
