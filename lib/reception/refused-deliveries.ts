import { z } from "zod";
import { SOURCES } from "@/db/enums";

const MAX_INTEGER = 2_147_483_647;

/**
 * Which refused deliveries a job replays, as they stood when it was ordered: `receivedBefore` is that moment, so that it never meets what it
 * makes. Imports nothing of the server, since pages read their address with it.
 */
export const refusedDeliveries = z.object({
  reasons: z.array(z.string().max(100)).max(50),
  sources: z.array(z.enum(SOURCES)),
  campaignIds: z.array(z.int().min(0).max(MAX_INTEGER)).max(1000),
  apiKeyIds: z.array(z.uuid()).max(1000),
  receivedFrom: z.iso.datetime().nullable(),
  receivedBefore: z.iso.datetime(),
  text: z.string().max(200),
  /** Sends them to this campaign instead of the one that each names. */
  toCampaignId: z.int().min(1).max(MAX_INTEGER).nullable(),
});

export type RefusedDeliveries = z.infer<typeof refusedDeliveries>;
