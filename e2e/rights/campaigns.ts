import { makeTag } from "./make-tag";
import { ADMIN, change, form, type Given, MEMBER_SUPERVISORS, MEMBERS, page, type Rights, read, STAFF } from "./rights";

const CAMPAIGN = "app/dashboard/campaigns/[id]";

/** Campaigns, their people and tags, and where their calls come from. */
export const campaigns: Rights = {
  pages: {
    "/dashboard/campaigns": page("/dashboard/campaigns", STAFF),
    "/dashboard/campaigns/new": page("/dashboard/campaigns/new", ADMIN),
    "/dashboard/campaigns/[id]": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}`, MEMBERS),
    "/dashboard/campaigns/[id]/audio-sources": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}/audio-sources`, ADMIN),
    "/dashboard/campaigns/[id]/health": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}/health`, MEMBER_SUPERVISORS),
    "/dashboard/campaigns/[id]/members": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}/members`, MEMBER_SUPERVISORS),
    "/dashboard/campaigns/[id]/speech": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}/speech`, ADMIN),
    "/dashboard/campaigns/[id]/tags": page(({ campaignId }) => `/dashboard/campaigns/${campaignId}/tags`, MEMBERS),
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
    [`${CAMPAIGN}/audio-sources/actions.ts#sendSampleAction`]: change(async ({ campaignId, database }) => {
      await database`insert into campaign_sources (campaign_id, source) values (${campaignId}, 'anura')`;
      return [campaignId];
    }, ADMIN),
    [`${CAMPAIGN}/members/actions.ts#findCandidatesAction`]: read(async (given) => {
      await takeOut(given);
      return [given.campaignId, given.adminMark];
    }, ADMIN),
    [`${CAMPAIGN}/members/actions.ts#addMemberAction`]: change(async (given) => {
      await takeOut(given);
      return [given.campaignId, given.personId];
    }, ADMIN),
    [`${CAMPAIGN}/members/actions.ts#removeMemberAction`]: change(async (given) => {
      await takeOut(given);
      return [given.campaignId, given.visitorIds.auditor];
    }, ADMIN),
    [`${CAMPAIGN}/speech/actions.ts#updateSpeechAction`]: change(
      ({ campaignId }) => [campaignId, null, form({ transcriber: "none", language: "es", agentChannel: 1, usesLanguageModel: "on" })],
      ADMIN,
    ),
    [`${CAMPAIGN}/tags/actions.ts#createTagAction`]: change(
      ({ campaignId }) => [campaignId, null, form({ name: "New", description: "" })],
      MEMBER_SUPERVISORS,
    ),
    [`${CAMPAIGN}/tags/actions.ts#updateTagAction`]: change(
      async (given) => [await makeTag(given), null, form({ name: "Renamed", description: "" })],
      MEMBER_SUPERVISORS,
    ),
    [`${CAMPAIGN}/tags/actions.ts#deleteTagAction`]: change(async (given) => [await makeTag(given)], MEMBER_SUPERVISORS),
  },
};

/** Ends the person's belonging to the campaign: its supervisors are shown who belongs to it, also by the answer to what they may not do. */
async function takeOut({ personId, campaignId, database }: Given): Promise<void> {
  await database`delete from user_campaigns where user_id = ${personId} and campaign_id = ${campaignId}`;
}
