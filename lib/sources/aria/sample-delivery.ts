import { findFeedingConnection } from "@/lib/connections/find-feeding-connection";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { SampleDelivery, SampleDeliveryInput } from "../sample-deliveries";
import { ariaSampleBody } from "./sample-body";

/** A sample through the first connection that brings the campaign calls. A conflict where none does. */
export async function ariaSampleDelivery({ campaignId, ...call }: SampleDeliveryInput): Promise<SampleDelivery> {
  const connection = await findFeedingConnection(campaignId);
  if (!connection)
    throw new AppError("conflict", `No connection brings calls to Campaign ID #${campaignId}: create one, or enable it.`, {
      details: { problem: "no_connection" },
    });
  const { publicId, externalId } = connection;
  const body = ariaSampleBody({ ...call, apiKey: null, connectionId: publicId, timeZone: connection.timeZone ?? env.TIME_ZONE });
  return { raw: Buffer.from(JSON.stringify({ ...body, campaign_id: externalId })), contentType: "application/json" };
}
