import { ADMIN, change, form, type Given, type Rights, read } from "./rights";

const ACTIONS = "app/dashboard/campaigns/[id]/audio-sources/connection-actions.ts";

/** Connections of pay-per-call platforms. */
export const connections: Rights = {
  actions: {
    [`${ACTIONS}#createConnectionAction`]: change(
      ({ campaignId, mark }) => [campaignId, null, form({ name: `Connection ${mark}`, timeZone: "" })],
      ADMIN,
    ),
    [`${ACTIONS}#updateConnectionAction`]: change(
      async (given) => [await makeConnection(given), null, form({ name: "Renamed", timeZone: "" })],
      ADMIN,
    ),
    [`${ACTIONS}#setConnectionDisabledAction`]: change(async (given) => [await makeConnection(given), true], ADMIN),
    [`${ACTIONS}#createConnectionKeyAction`]: change(async (given) => [await makeConnection(given)], ADMIN),
    [`${ACTIONS}#mapCampaignAction`]: change(async (given) => [await makeConnection(given), "CA-1", null], ADMIN),
    [`${ACTIONS}#findMappableCampaignsAction`]: read(({ mark }) => [mark], ADMIN),
  },
};

/** A connection of the campaign without a key; its name bears the admins' mark. Returns its id. */
async function makeConnection({ campaignId, adminMark, database }: Given): Promise<string> {
  const [connection] = await database<{ id: string }[]>`
    insert into connections (id, public_id, name, campaign_id)
    values (gen_random_uuid(), ${`con_${adminMark}`}, ${`Connection ${adminMark}`}, ${campaignId}) returning id`;
  if (!connection) throw new Error("The connection was not made.");
  return connection.id;
}
