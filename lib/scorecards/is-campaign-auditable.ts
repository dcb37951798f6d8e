import { db } from "@/db/client";
import { findLatestVersion } from "./find-latest-version";

/** Whether a campaign has a published scorecard, without which its calls can't be audited. The caller has seen that the viewer sees the campaign. */
export async function isCampaignAuditable(campaignId: number): Promise<boolean> {
  return (await findLatestVersion(campaignId, db)) !== null;
}
