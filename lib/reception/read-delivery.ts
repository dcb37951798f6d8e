import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys, campaigns, deliveries } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { type CallDetails, getCall } from "@/lib/calls/get-call";
import { findCampaignFactsCached } from "@/lib/campaigns/find-campaign-facts-cached";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { DELIVERY_EXPLAINERS } from "@/lib/sources/delivery-explainers";
import { checkDelivery, type DeliveryCheck } from "./check-delivery";
import type { FieldExplanation } from "./field-explanation";
import { type Delivery, getDelivery } from "./get-delivery";
import { recordDeliveryReading } from "./record-delivery-reading";
import { CUT_OFF_REASONS } from "./replay-delivery";

/** A delivery in a chain of replays. */
export type RelatedDelivery = Pick<Delivery, "id" | "receivedAt" | "verdict" | "reason">;

export type DeliveryDetails = {
  delivery: Delivery;
  /** Null for a campaign that does not exist, or when none was named. */
  campaign: { id: number; name: string } | null;
  apiKey: { name: string; last4: string } | null;
  /** The call that it made or belongs to, with its other deliveries and the attempts to fetch its recording. */
  call: CallDetails | null;
  /** What it repeats; null when it repeats nothing, or when that is no longer kept. */
  original: RelatedDelivery | null;
  /** What repeats it, oldest first. */
  replays: RelatedDelivery[];
  /** Empty for a body that can't be taken apart. */
  fields: FieldExplanation[];
  /** What replaying it would do now. */
  check: DeliveryCheck;
};

const MAX_REPLAYS = 100;

/** One delivery with everything that is known of it, its payload included; that it was read is kept in the audit log. Admins only. */
export async function readDelivery({ viewer, id }: { viewer: Viewer; id: string }): Promise<DeliveryDetails> {
  const delivery = await getDelivery({ actor: viewer, id });
  const [[campaign], [apiKey], call, [original], replays, fields, check] = await Promise.all([
    db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(eq(campaigns.id, delivery.campaignId ?? 0)),
    delivery.apiKeyId === null
      ? []
      : db.select({ name: apiKeys.name, last4: apiKeys.last4 }).from(apiKeys).where(eq(apiKeys.id, delivery.apiKeyId)),
    findCall(viewer, delivery),
    delivery.replayOf === null ? [] : db.select(relatedColumns).from(deliveries).where(eq(deliveries.id, delivery.replayOf)),
    db
      .select(relatedColumns)
      .from(deliveries)
      .where(eq(deliveries.replayOf, id))
      .orderBy(asc(deliveries.receivedAt), asc(deliveries.id))
      .limit(MAX_REPLAYS),
    explainFields(delivery),
    checkDelivery({ actor: viewer, id }),
    recordDeliveryReading({ viewer, id }),
  ]);
  return { delivery, campaign: campaign ?? null, apiKey: apiKey ?? null, call, original: original ?? null, replays, fields, check };
}

const relatedColumns = {
  id: deliveries.id,
  receivedAt: deliveries.receivedAt,
  verdict: deliveries.verdict,
  reason: deliveries.reason,
};

async function findCall(viewer: Viewer, { callId, callKey }: Delivery): Promise<CallDetails | null> {
  const id = callId ?? (callKey === null ? null : await findCallIdByKey(callKey));
  if (id === null) return null;
  try {
    return await getCall({ viewer, id });
  } catch (error) {
    // The log outlives what it points to.
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

async function findCallIdByKey(callKey: string): Promise<string | null> {
  const [found] = await db
    .select({ callId: deliveries.callId })
    .from(deliveries)
    .where(and(eq(deliveries.callKey, callKey), isNotNull(deliveries.callId)))
    .limit(1);
  return found?.callId ?? null;
}

async function explainFields({ source, reason, raw, contentType, replayOf, campaignId }: Delivery): Promise<FieldExplanation[]> {
  const explain = DELIVERY_EXPLAINERS[source];
  if (!explain || CUT_OFF_REASONS.includes(reason)) return [];
  return explain({
    raw,
    contentType,
    // One that was replayed may have been pointed to another campaign than its body names.
    campaignId: replayOf === null ? undefined : (campaignId ?? undefined),
    findCampaign: findCampaignFactsCached,
    defaultTimeZone: env.TIME_ZONE,
    isPreview: true,
  });
}
