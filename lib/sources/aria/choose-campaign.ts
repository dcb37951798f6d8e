import type { DeliveryProblem } from "@/db/schema";
import type { ConnectionFacts } from "@/lib/connections/find-connection-facts";
import { findExternalCampaign } from "@/lib/connections/find-external-campaign";
import { CAMPAIGN_TO_BE_MADE } from "@/lib/reception/delivery-reading";

type ChooseCampaignInput = { connection: ConnectionFacts; externalId: string; externalName: string; isPreview: boolean };

/** `campaignId` null: there is none, not even the connection's own. */
export type ChosenCampaign = { campaignId: number | null; warnings: DeliveryProblem[] };

/** The campaign that a call of a connection goes to: what the platform's campaign is mapped to, or becomes; else the connection's default. */
export async function chooseCampaign({ connection, externalId, externalName, isPreview }: ChooseCampaignInput): Promise<ChosenCampaign> {
  const fallback = { campaignId: connection.defaultCampaignId, warnings: [] };
  if (externalId === "") return fallback;
  const found = await findExternalCampaign({ connection, externalId, externalName, isPreview });
  if (found.kind === "mapped") return { campaignId: found.campaignId, warnings: [] };
  if (found.kind === "default") return fallback;
  const message = `The campaign ${JSON.stringify(found.name)} is made for it when it comes in.`;
  return { campaignId: CAMPAIGN_TO_BE_MADE, warnings: [{ path: "campaign_id", code: "campaign_to_be_made", message }] };
}
