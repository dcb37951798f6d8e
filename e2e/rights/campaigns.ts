import { ADMIN, change, form, MEMBERS, page, type Rights, STAFF } from "./rights";

/** Campaigns and where their calls come from. */
export const campaigns: Rights = {
  pages: {
    "/dashboard/campaigns": page("/dashboard/campaigns", STAFF),
    "/dashboard/campaigns/new": page("/dashboard/campaigns/new", ADMIN),
    "/dashboard/campaigns/[id]": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}`, MEMBERS),
    "/dashboard/campaigns/[id]/audio-sources": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}/audio-sources`, ADMIN),
  },
  actions: {
    "app/dashboard/campaigns/actions.ts#createCampaignAction": change(({ mark }) => [null, form({ name: `${mark} new` })], ADMIN),
    "app/dashboard/campaigns/actions.ts#updateCampaignAction": change(
      ({ campaignId }) => [campaignId, null, form({ name: "Renamed" })],
      ADMIN,
    ),
    "app/dashboard/campaigns/actions.ts#archiveCampaignAction": change(({ campaignId }) => [campaignId], ADMIN),
    "app/dashboard/campaigns/actions.ts#restoreCampaignAction": change(async ({ campaignId, database }) => {
      await database`update campaigns set archived_at = now() where id = ${campaignId}`;
      return [campaignId];
    }, ADMIN),
    "app/dashboard/campaigns/actions.ts#chooseSourceAction": change(
      ({ campaignId }) => [campaignId, null, form({ source: "anura" })],
      ADMIN,
    ),
  },
};
