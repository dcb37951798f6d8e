import { z } from "zod";
import { VERDICTS, type Verdict } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { MAX_WEBHOOK_BODY_BYTES } from "@/lib/http/body-limits";
import type { BodyPosition } from "./delivery-reading";
import { type Delivery, getDelivery } from "./get-delivery";
import { previewDelivery } from "./preview-delivery";
import { CUT_OFF_REASONS, correctedContentType } from "./replay-delivery";

/** What would become of a delivery if it were replayed now. */
export type DeliveryCheck = { warnings: DeliveryProblem[] } & (
  | { isRefused: true; code: string; message: string; problems: DeliveryProblem[]; position: BodyPosition | null }
  | { isRefused: false; verdict: Verdict; reason: string; campaignId: number | null; makesTask: boolean; isNewCall: boolean }
);

type CheckDeliveryInput = { actor: Actor; id: string; raw?: Buffer; campaignId?: number };

/** Says what replaying a delivery would do, with a corrected body or for another campaign if given. Stores nothing. Admins only. */
export async function checkDelivery({ actor, id, raw, campaignId }: CheckDeliveryInput): Promise<DeliveryCheck> {
  const original = await getDelivery({ actor, id });
  const { status, body } = await previewDelivery({
    source: original.source,
    body: { raw: raw ?? original.raw, problem: problemOf(original, raw) },
    contentType: raw ? correctedContentType(original.contentType) : original.contentType,
    campaignId,
  });
  return status >= 400 ? toRefusal(refusedShape.parse(body)) : toVerdict(takenInShape.parse(body));
}

function problemOf({ reason }: Delivery, raw: Buffer | undefined) {
  if (raw !== undefined) return raw.length > MAX_WEBHOOK_BODY_BYTES ? "too_large" : null;
  return CUT_OFF_REASONS.includes(reason) ? "cut_off" : null;
}

const problemShape = z.object({ path: z.string(), code: z.string(), message: z.string() });

const refusedShape = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.array(problemShape).default([]),
    line: z.number().optional(),
    column: z.number().optional(),
    hint: z.string().default(""),
  }),
  warnings: z.array(problemShape),
});

const takenInShape = z.object({
  would: z.object({
    status: z.enum(VERDICTS),
    reason: z.string().default(""),
    makes_task: z.boolean().default(false),
    is_new_call: z.boolean().default(false),
  }),
  campaign_id: z.number().nullable(),
  warnings: z.array(problemShape),
});

function toRefusal({ error: { code, message, fields, line, column, hint }, warnings }: z.infer<typeof refusedShape>): DeliveryCheck {
  const position = line === undefined || column === undefined ? null : { line, column, hint };
  return { isRefused: true, code, message, problems: fields, position, warnings };
}

function toVerdict({ would, campaign_id: campaignId, warnings }: z.infer<typeof takenInShape>): DeliveryCheck {
  const { status: verdict, reason, makes_task: makesTask, is_new_call: isNewCall } = would;
  return { isRefused: false, verdict, reason, campaignId, makesTask, isNewCall, warnings };
}
