/** Which campaigns a list shows. */
export const CAMPAIGN_ARCHIVE_FILTERS = ["active", "archived", "all"] as const;
export type CampaignArchiveFilter = (typeof CAMPAIGN_ARCHIVE_FILTERS)[number];
