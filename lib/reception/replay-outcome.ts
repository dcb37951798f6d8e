import { z } from "zod";
import { VERDICTS, type Verdict } from "@/db/enums";
import type { WebhookAnswer } from "./answer-delivery";

/** What became of a replay, for whoever ordered it. */
export type ReplayOutcome = {
  receiptId: string;
  verdict: Verdict;
  /** Stable code; empty when there is nothing to remark. */
  reason: string;
  callId: string | null;
  /** Why it was refused, in a sentence; empty when it was not. */
  message: string;
};

const answerShape = z.object({
  receipt_id: z.string(),
  status: z.enum(VERDICTS).default("refused"),
  reason: z.string().default(""),
  call_id: z.string().nullable().default(null),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

/** Reads the answer that a sender would have got. */
export function toReplayOutcome({ body }: WebhookAnswer): ReplayOutcome {
  const { receipt_id: receiptId, status: verdict, reason, call_id: callId, error } = answerShape.parse(body);
  return { receiptId, verdict, reason: error?.code ?? reason, callId, message: error?.message ?? "" };
}
