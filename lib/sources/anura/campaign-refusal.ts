import type { DeliveryProblem } from "@/db/schema";
import type { CampaignFacts } from "@/lib/reception/delivery-reading";

type Input = { campaignId: number | null; campaign: CampaignFacts | null; problems: DeliveryProblem[] };
type Refusal = { outcome: "refused"; status: 422; code: string; message: string; problems: DeliveryProblem[] };

/** Says why a delivery can't be taken in for the campaign that it names; null when it can. `problems` are those of campaign_id itself. */
export function refuseCampaign({ campaignId, campaign, problems }: Input): Refusal | null {
  const [problem] = problems;
  if (problem) return refuse("unknown_campaign", problem.message, problems);
  const name = `Campaign ID #${campaignId}`;
  if (campaign === null) return refuseFor("unknown_campaign", `${name} does not exist.`);
  if (campaign.isArchived) return refuseFor("campaign_archived", `${name} is archived, and takes in no calls.`);
  if (campaign.source === null)
    return refuseFor("wrong_source", `${name} has no audio source yet; Anura must be chosen and saved as its source.`);
  if (campaign.source !== "anura")
    return refuseFor("wrong_source", `${name} takes its calls from the source ${campaign.source}, not from Anura.`);
  return null;
}

function refuseFor(code: string, message: string): Refusal {
  return refuse(code, message, [{ path: "campaign_id", code, message }]);
}

function refuse(code: string, message: string, problems: DeliveryProblem[]): Refusal {
  return { outcome: "refused", status: 422, code, message, problems };
}
