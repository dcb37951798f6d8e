import { createHash } from "node:crypto";
import { makeConnection, makeOutcomes } from "@/db/testing/make-outcomes";
import { createCampaign } from "@/lib/campaigns/create-campaign";

const DAYS = 30;
const HOUR_MS = 3_600_000;

/** What is sold on the telephone: each has buyers of its own. */
const CAMPAIGNS = [
  { name: "Auto insurance", vertical: "Insurance", perDay: 22, price: 38, buyers: ["Northwind Mutual", "Harbor Auto", "Redwood Cover"] },
  { name: "Roof repair", vertical: "Home services", perDay: 11, price: 62, buyers: ["Apex Roofing", "Stonegate Homes"] },
];
const PUBLISHERS = [
  { name: "Blue Fin Media", subIds: ["fb-01", "fb-02", "search"], quality: 46 },
  { name: "Clickhaus", subIds: ["display", "native"], quality: 31 },
  { name: "Signal Leads", subIds: [""], quality: 24 },
];
const STATES = ["FL", "TX", "CA", "GA", "NY", "AZ"];

/** A month of pay-per-call calls without recordings before `until`, with what came of them, the same ones every time. */
export async function makeOutcomeHistory({ until }: { until: Date }): Promise<void> {
  const connectionId = await makeConnection("Aria");
  for (const [place, { name, vertical, perDay, price, buyers }] of CAMPAIGNS.entries()) {
    const { id: campaignId } = await createCampaign({ actor: "system", name, source: "aria" });
    const outcomes = Array.from({ length: DAYS * perDay }, (_, index) => {
      const dice = (what: string, limit: number) => below(`${place} ${index} ${what}`, limit);
      const publisher = PUBLISHERS[Math.min(dice("publisher", 4), 2)] ?? PUBLISHERS[0];
      const connectedSeconds = dice("connected", 5) === 0 ? 0 : 20 + dice("seconds", 30) * dice("more", 20);
      const converted = connectedSeconds > 60 && dice("converted", 100) < (publisher?.quality ?? 0) + 20;
      return {
        campaignId,
        startedAt: new Date(until.getTime() - dice("day", DAYS) * 24 * HOUR_MS - dice("time", 10 * 3_600) * 1_000),
        durationSeconds: connectedSeconds + 8 + dice("ring", 20),
        connectedSeconds,
        converted,
        isDuplicate: dice("duplicate", 9) === 0,
        endedBy: (["caller", "callee", "caller", "system"] as const)[dice("ender", 4)],
        publisherName: publisher?.name,
        publisherSubId: publisher?.subIds[dice("sub", publisher.subIds.length)],
        buyerName: buyers[dice("buyer", buyers.length)],
        targetName: `Desk ${1 + dice("target", 4)}`,
        vertical,
        state: STATES[Math.min(dice("state", 8), dice("state two", 6))],
        revenue: converted ? `${price + dice("price", 12)}.00` : "0.00",
        cost: `0.${10 + dice("cost", 60)}`,
        payout: converted ? `${Math.floor(price * 0.6) + dice("payout", 8)}.50` : "0.00",
      };
    });
    await makeOutcomes(connectionId, outcomes);
  }
}

/** A number that looks like chance and is the same in every run. */
function below(what: string, limit: number): number {
  return createHash("sha256").update(what).digest().readUInt32BE(0) % limit;
}
