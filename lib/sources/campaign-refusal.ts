import type { Source } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import type { CampaignFacts } from "@/lib/reception/delivery-reading";

type RefuseCampaignInput = {
  /** The source that sent it, and the field that names the campaign in its words. */
  source: Source;
  path: string;
  campaignId: number | null;
  campaign: CampaignFacts | null;
  /** Those of the field itself. */
  problems: DeliveryProblem[];
};
type Refusal = { outcome: "refused"; status: 422; code: string; message: string; problems: DeliveryProblem[] };

const NAMES: Record<Source, string> = {
  anura: "Anura",
  aria: "Aria",
  internal: "uploads",
  net2phone: "Net2Phone",
  sftp: "SFTP",
  external_api: "the external API",
  neotel: "Neotel",
};

/** Says why a delivery can't be taken in for the campaign that it names; null when it can. */
export function refuseCampaign({ source, path, campaignId, campaign, problems }: RefuseCampaignInput): Refusal | null {
  const [problem] = problems;
  if (problem) return refuse("unknown_campaign", problem.message, problems);
  const refuseFor = (code: string, message: string) => refuse(code, message, [{ path, code, message }]);
  const name = `Campaign ID #${campaignId}`;
  if (campaign === null) return refuseFor("unknown_campaign", `${name} does not exist.`);
  if (campaign.isArchived) return refuseFor("campaign_archived", `${name} is archived, and takes in no calls.`);
  if (campaign.source === null)
    return refuseFor("wrong_source", `${name} has no audio source yet; ${NAMES[source]} must be chosen and saved as its source.`);
  if (campaign.source !== source)
    return refuseFor("wrong_source", `${name} takes its calls from the source ${campaign.source}, not from ${NAMES[source]}.`);
  return null;
}

function refuse(code: string, message: string, problems: DeliveryProblem[]): Refusal {
  return { outcome: "refused", status: 422, code, message, problems };
}
