import { randomUUID } from "node:crypto";
import { change, type Given, MEMBER_SUPERVISORS, MEMBERS, page, type Rights, route } from "./rights";

const SCORECARD = "/dashboard/campaigns/[id]/scorecard";
const ACTIONS = "app/dashboard/campaigns/[id]/scorecard/actions.ts";

const criterion = { key: randomUUID(), question: "Hello?", kind: "yes_no", maxPoints: null, passingPoints: null, weight: 100 };
const more = { help: "", condition: null, critical: "none", mode: "manual", rule: null };
const sections = [{ title: "Opening", criteria: [{ ...criterion, ...more }] }];
const file = JSON.stringify({ format: "auditoria-scorecard", version: 1, sections });

/** Scorecards of campaigns: drawn up by supervisors, read by all who belong to the campaign. */
export const scorecards: Rights = {
  pages: { [SCORECARD]: page(({ campaignId }) => `/dashboard/campaigns/${campaignId}/scorecard`, MEMBERS) },
  routes: {
    [`GET ${SCORECARD}/export`]: route(async (given) => {
      const { versionId } = await makeDraft(given);
      await given.database`update scorecard_versions set number = 1, published_at = now() where id = ${versionId}`;
      return `/dashboard/campaigns/${given.campaignId}/scorecard/export?version=1`;
    }, MEMBERS),
  },
  actions: {
    [`${ACTIONS}#saveDraftAction`]: change(async (given) => [given.campaignId, await makeDraft(given), { sections }], MEMBER_SUPERVISORS),
    [`${ACTIONS}#discardDraftAction`]: change(async (given) => [given.campaignId, await makeDraft(given)], MEMBER_SUPERVISORS),
    [`${ACTIONS}#publishDraftAction`]: change(async (given) => [given.campaignId, await makeDraft(given), ""], MEMBER_SUPERVISORS),
    [`${ACTIONS}#importScorecardAction`]: change(async (given) => [given.campaignId, await makeDraft(given), file], MEMBER_SUPERVISORS),
    [`${ACTIONS}#duplicateScorecardAction`]: change(async (given) => {
      await makeDraft(given);
      return [given.campaignId, given.campaignId, true];
    }, MEMBER_SUPERVISORS),
  },
};

/** The campaign's draft, which could be published; returns what somebody has seen who has seen it. */
async function makeDraft({ campaignId, database }: Given): Promise<{ versionId: string; revision: number }> {
  const versionId = randomUUID();
  await database`delete from scorecards where campaign_id = ${campaignId}`;
  await database`
    with scorecard as (insert into scorecards (id, campaign_id) values (gen_random_uuid(), ${campaignId}) returning id)
    insert into scorecard_versions (id, scorecard_id, revision) select ${versionId}, id, 1 from scorecard`;
  await database`
    insert into criteria (id, version_id, key, position, section, question, kind, weight)
    values (gen_random_uuid(), ${versionId}, gen_random_uuid(), 0, 'Opening', 'Hello?', 'yes_no', 100)`;
  return { versionId, revision: 1 };
}
