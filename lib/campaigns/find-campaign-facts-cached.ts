import { LRUCache } from "lru-cache";
import { onNotification } from "@/db/notifications";
import type { CampaignFacts } from "@/lib/reception/delivery-reading";
import { findCampaignFacts } from "./find-campaign-facts";

const CACHE_SECONDS = 5;

type Cache = LRUCache<number, { facts: CampaignFacts | null }>;
const holder = globalThis as typeof globalThis & { auditoriaCampaignFacts?: Cache };

/** As findCampaignFacts, remembered for seconds: every delivery asks. A change of a campaign is notified and empties it at once. */
export async function findCampaignFactsCached(id: number): Promise<CampaignFacts | null> {
  const cache = campaignFactsCache();
  const known = cache.get(id);
  if (known) return known.facts;
  const facts = await findCampaignFacts(id);
  cache.set(id, { facts });
  return facts;
}

function campaignFactsCache(): Cache {
  if (!holder.auditoriaCampaignFacts) {
    const cache: Cache = new LRUCache({ max: 10_000, ttl: CACHE_SECONDS * 1000 });
    holder.auditoriaCampaignFacts = cache;
    onNotification("campaigns_changed", () => cache.clear());
  }
  return holder.auditoriaCampaignFacts;
}
