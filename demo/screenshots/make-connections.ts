import { sqlClient } from "@/db/client";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { createConnection } from "@/lib/connections/create-connection";
import { setConnectionDisabled } from "@/lib/connections/set-connection-disabled";

/** A campaign that a pay-per-call platform feeds, and what it sends calls with. */
export type PayPerCall = { campaignId: number; connectionId: string; key: string };

const TIME_ZONE = "America/New_York";
/** The same in every run. */
const PUBLIC_IDS = { main: "con_k4v9mq2xw7hcz3bt", second: "con_n8r3yd6sgp5fju2a" };

/** Makes a campaign of Aria's with two connections, one of which is disabled. */
export async function makeConnections(): Promise<PayPerCall> {
  const actor = "system";
  const { id: campaignId } = await createCampaign({
    actor,
    name: "Solar leads",
    description: "Callers who asked for a quote, bought from publishers.",
    source: "aria",
  });
  const main = await createConnection({ actor, name: "Ringba, main account", campaignId, timeZone: TIME_ZONE, makesCampaigns: false });
  const second = await createConnection({ actor, name: "Retreaver", campaignId, timeZone: "America/Chicago" });
  await setConnectionDisabled({ actor, id: second.id, isDisabled: true });
  await sqlClient`update connections set public_id = ${PUBLIC_IDS.main} where id = ${main.id}`;
  await sqlClient`update connections set public_id = ${PUBLIC_IDS.second} where id = ${second.id}`;
  return { campaignId, connectionId: PUBLIC_IDS.main, key: main.key };
}
