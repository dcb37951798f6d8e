import { LRUCache } from "lru-cache";
import { sqlClient } from "@/db/client";
import { onNotification } from "@/db/notifications";

/** What reception needs to know of a connection. */
export type ConnectionFacts = {
  id: string;
  /** What the platform sends as connection_id. */
  publicId: string;
  /** Where calls go whose own campaign is not mapped. */
  defaultCampaignId: number | null;
  timeZone: string | null;
  makesCampaigns: boolean;
  takesPixels: boolean;
  isDisabled: boolean;
};

const CACHE_SECONDS = 5;
/** Longer than any connection_id that we made. */
const MAX_ID_LENGTH = 64;

type Cache = LRUCache<string, { facts: ConnectionFacts | null }>;
const holder = globalThis as typeof globalThis & { auditoriaConnectionFacts?: Cache };

/** The connection of this connection_id, disabled ones included; null when there is none. Remembered for seconds: every delivery asks. */
export async function findConnectionFacts(publicId: string): Promise<ConnectionFacts | null> {
  if (publicId.length > MAX_ID_LENGTH) return null;
  const cache = connectionCache();
  const known = cache.get(publicId);
  if (known) return known.facts;
  const [facts = null] = await sqlClient<ConnectionFacts[]>`
    select id, public_id as "publicId", campaign_id as "defaultCampaignId", time_zone as "timeZone", makes_campaigns as "makesCampaigns",
      takes_pixels as "takesPixels", disabled_at is not null as "isDisabled"
    from connections where public_id = ${publicId}`;
  cache.set(publicId, { facts });
  return facts;
}

function connectionCache(): Cache {
  if (!holder.auditoriaConnectionFacts) {
    const cache: Cache = new LRUCache({ max: 10_000, ttl: CACHE_SECONDS * 1000 });
    holder.auditoriaConnectionFacts = cache;
    onNotification("connections_changed", () => cache.clear());
  }
  return holder.auditoriaConnectionFacts;
}
