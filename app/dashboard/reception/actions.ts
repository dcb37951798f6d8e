"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { RequestReplay } from "@/components/reception/replay-refused";
import type { ReplayState } from "@/components/reception/replay-result";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { requestJob } from "@/lib/jobs/request-job";
import { checkDelivery, type DeliveryCheck } from "@/lib/reception/check-delivery";
import { type RefusedDeliveries, refusedDeliveries } from "@/lib/reception/refused-deliveries";
import { replayDelivery } from "@/lib/reception/replay-delivery";
import { toReplayOutcome } from "@/lib/reception/replay-outcome";

const deliveryId = z.uuid();
const chosenCampaign = z.coerce.number().int().min(1).max(2_147_483_647);
/** More than a body may have, so that one that is too large is told so. */
const correctedText = z.string().max(600_000);

export async function replayDeliveryAction(id: string, _state: ReplayState, form: FormData): Promise<ReplayState> {
  const actor = await requireViewer();
  const campaign = form.get("campaign");
  const campaignId = campaign === null ? undefined : chosenCampaign.parse(campaign);
  return orProblem(replayDelivery({ actor, id: deliveryId.parse(id), campaignId }));
}

export async function replayCorrectedAction(id: string, _state: ReplayState, form: FormData): Promise<ReplayState> {
  const actor = await requireViewer();
  const body = form.get("body");
  const raw = body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : Buffer.from(correctedText.parse(body));
  return orProblem(replayDelivery({ actor, id: deliveryId.parse(id), raw }));
}

export async function checkCorrectedAction(id: string, text: string): Promise<DeliveryCheck> {
  const actor = await requireViewer();
  return orNotFound(checkDelivery({ actor, id: deliveryId.parse(id), raw: Buffer.from(correctedText.parse(text)) }));
}

export async function requestReplayAction(
  params: Omit<RefusedDeliveries, "receivedBefore">,
  until: string | null,
): ReturnType<RequestReplay> {
  const viewer = await requireViewer();
  const now = new Date();
  const bound = until === null || new Date(until) > now ? now : new Date(until);
  const order = refusedDeliveries.parse({ ...params, receivedBefore: bound.toISOString() });
  try {
    const { id } = await orNotFound(requestJob({ viewer, kind: "replay_deliveries", params: order }));
    return { jobId: id };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return { problem: "nothing" };
    if (isDatabaseAway(error)) return { problem: "failed" };
    throw error;
  }
}

async function orProblem(replay: ReturnType<typeof replayDelivery>): Promise<ReplayState> {
  try {
    const outcome = toReplayOutcome(await orNotFound(replay));
    refresh();
    return { outcome };
  } catch (error) {
    if (isDatabaseAway(error)) return { problem: "failed" };
    if (!(error instanceof AppError)) throw error;
    const { problem, campaignId } = error.details;
    if (problem === "other_campaign") return { problem, campaignId: Number(campaignId) };
    if (problem === "cut_off" || problem === "too_large") return { problem };
    if (error.code === "unavailable") return { problem: "failed" };
    throw error;
  }
}
