import { z } from "zod";

/** What came of sending one delivery: an answer that was received whole, or none. */
export type SendOutcome =
  | { kind: "acknowledged"; status: "accepted" | "duplicate"; receiptId: string; callId: string }
  | { kind: "unavailable"; description: string }
  | { kind: "surprise"; description: string }
  | { kind: "unanswered" };

const acknowledgement = z.object({ status: z.enum(["accepted", "duplicate"]), receipt_id: z.uuid(), call_id: z.uuid() });

/** Judges an answer that was received whole. */
export function readAnswer({ statusCode, text }: { statusCode: number; text: string }): SendOutcome {
  const json = parseJson(text);
  const acknowledged = acknowledgement.safeParse(json);
  if (statusCode === 200 && acknowledged.success) {
    const { status, receipt_id: receiptId, call_id: callId } = acknowledged.data;
    return { kind: "acknowledged", status, receiptId, callId };
  }
  if (statusCode === 503 && json !== null) return { kind: "unavailable", description: `${statusCode} ${text}` };
  return { kind: "surprise", description: `${statusCode} ${text}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
