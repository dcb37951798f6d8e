import type { IncomingMessage } from "node:http";
import type { ReceivedBody } from "@/lib/reception/read-received-body";
import { MAX_WEBHOOK_BODY_BYTES, WEBHOOK_BODY_TIMEOUT_MS } from "./body-limits";

/** Reads the body of a Node.js request up to a size and a time, or until the sender hangs up. Never rejects. */
export function readNodeBody(request: IncomingMessage): Promise<ReceivedBody> {
  const declared = Number(request.headers["content-length"] ?? Number.NaN);
  if (declared > MAX_WEBHOOK_BODY_BYTES) return Promise.resolve({ raw: Buffer.alloc(0), problem: "too_large" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (problem: ReceivedBody["problem"]) => {
      clearTimeout(timer);
      request.off("data", take).off("end", end).off("error", hangUp);
      resolve({ raw: Buffer.concat(chunks).subarray(0, MAX_WEBHOOK_BODY_BYTES), problem });
    };
    const timer = setTimeout(() => finish("too_slow"), WEBHOOK_BODY_TIMEOUT_MS);
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_WEBHOOK_BODY_BYTES) finish("too_large");
    };
    const end = () => finish(null);
    const hangUp = () => finish("cut_off");
    request.on("data", take).on("end", end).on("error", hangUp);
  });
}
