/** Which campaigns a list shows. */
export const CAMPAIGN_ARCHIVE_FILTERS = ["active", "archived", "all"] as const;
export type CampaignArchiveFilter = (typeof CAMPAIGN_ARCHIVE_FILTERS)[number];

/** Where a campaign stands, from "cannot take calls yet" to "takes them". */
export const CAMPAIGN_STATES = ["archived", "without_source", "waiting", "receiving"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

type CampaignStateFacts = { archivedAt: Date | null; source: string | null; lastEventAt: Date | null };

/** A campaign's state in one word: `waiting` has a source that never sent anything, `receiving` one that did. */
export function campaignState({ archivedAt, source, lastEventAt }: CampaignStateFacts): CampaignState {
  if (archivedAt !== null) return "archived";
  if (source === null) return "without_source";
  return lastEventAt === null ? "waiting" : "receiving";
}
