import { randomUUID } from "node:crypto";
import { z } from "zod";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { receiveBody } from "@/lib/reception/receive-body";
import { SAMPLE_DELIVERIES } from "@/lib/sources/sample-deliveries";
import { SAMPLE_RECORDING } from "./sample-recording-file";
import { makeSampleRecordingUrl } from "./sample-recording-url";
import { SAMPLE_USER_AGENT } from "./sample-user-agent";

/** A sample that was taken in, by the call that it made. */
export type SentSample = { receiptId: string; callId: string };

type SendSampleCallInput = { viewer: Viewer; campaignId: number; port?: number };

const accepted = z.object({ status: z.literal("accepted"), receipt_id: z.string(), call_id: z.string() });
const refused = z.object({ error: z.object({ message: z.string() }) });

/**
 * Takes in a call of the campaign's source with the bundled recording, exactly as if its platform had sent it: the same reception, and the
 * same download, over HTTP, from this application. Every sample is a call of its own, and leaves a task. Admins only; a conflict where the
 * campaign takes no calls now.
 */
export async function sendSampleCall({ viewer, campaignId, port = env.PORT }: SendSampleCallInput): Promise<SentSample> {
  requireAdmin(viewer);
  const campaign = await getCampaign({ viewer, id: campaignId });
  const { source } = campaign;
  const makeDelivery = source === null ? undefined : SAMPLE_DELIVERIES[source];
  if (source === null || !makeDelivery)
    throw new AppError("conflict", `Campaign ID #${campaignId} has no source that a sample can come from.`);
  if (campaign.archivedAt !== null) throw new AppError("conflict", `Campaign ID #${campaignId} is archived, and takes in no calls.`);
  const callName = `sample-${randomUUID()}` as const;
  const url = await makeSampleRecordingUrl({ port, callName });
  const { raw, contentType } = await makeDelivery({
    campaignId,
    timeZone: campaign.timeZone ?? env.TIME_ZONE,
    startedAt: new Date(),
    callName,
    recording: { url, seconds: SAMPLE_RECORDING.seconds },
  });
  const answer = await receiveBody({
    source,
    body: { raw, problem: null },
    apiKeyId: null,
    remoteAddress: "127.0.0.1",
    contentType,
    headers: { "user-agent": SAMPLE_USER_AGENT },
  });
  const receipt = accepted.safeParse(answer.body);
  if (!receipt.success)
    throw new AppError("conflict", refused.safeParse(answer.body).data?.error.message ?? "The sample was not taken in.");
  const sent = { receiptId: receipt.data.receipt_id, callId: receipt.data.call_id };
  await recordAuditEntry({
    actor: viewer,
    action: "campaign.sample_sent",
    object: { kind: "campaign", id: campaignId, name: campaign.name },
    details: sent,
  });
  return sent;
}
