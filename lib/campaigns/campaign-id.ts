const MAX_CAMPAIGN_ID = 2_147_483_647;

/** True for numbers that can name a campaign: whole, above zero, and within what the column holds. */
export function isCampaignId(id: number): boolean {
  return Number.isInteger(id) && id > 0 && id <= MAX_CAMPAIGN_ID;
}
