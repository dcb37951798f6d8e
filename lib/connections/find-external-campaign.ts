import { and, count, eq, isNotNull } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { db, sqlClient, type Transaction } from "@/db/client";
import { onNotification } from "@/db/notifications";
import { connectionCampaigns } from "@/db/schema";
import { CAMPAIGN_NAME_MAX_LENGTH } from "@/lib/campaigns/campaign-input";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import type { ConnectionFacts } from "./find-connection-facts";

/** One of ours; `default`: none, its calls go to the connection's default campaign; `new`: one will be made. */
export type ExternalCampaign = { kind: "mapped"; campaignId: number } | { kind: "default" } | { kind: "new"; name: string };

type FindExternalCampaignInput = {
  connection: ConnectionFacts;
  /** The platform's campaign_id, not empty, at most 200 characters. */
  externalId: string;
  /** The platform's name of it; empty when it sent none. */
  externalName: string;
  /** Nothing is written: what would be made is told as `new`. */
  isPreview: boolean;
};

const CACHE_SECONDS = 5;
/** A sender whose campaign_id is another with every call must not fill the list of campaigns. */
const MAX_MADE_CAMPAIGNS = 500;

type Cache = LRUCache<string, ExternalCampaign>;
const holder = globalThis as typeof globalThis & { auditoriaExternalCampaigns?: Cache };

/**
 * Which of our campaigns a platform's campaign is. One that is heard of for the first time is noted, and becomes a campaign of ours under its
 * name where the connection says so (five hundred at most); however many calls bring it at once, it is made once.
 */
export async function findExternalCampaign(input: FindExternalCampaignInput): Promise<ExternalCampaign> {
  const { connection, externalId, isPreview } = input;
  const cache = externalCampaignCache();
  const key = `${connection.id}\n${externalId}`;
  const cached = cache.get(key);
  if (cached) return cached;
  const known = await readKnown(connection.id, externalId);
  if (!known && isPreview) return connection.makesCampaigns ? { kind: "new", name: nameOf(input) } : { kind: "default" };
  const found = known ?? (await noteNew(input));
  cache.set(key, found);
  return found;
}

async function readKnown(connectionId: string, externalId: string): Promise<ExternalCampaign | null> {
  const [row] = await sqlClient<{ campaignId: number | null }[]>`
    select campaign_id as "campaignId" from connection_campaigns where connection_id = ${connectionId} and external_id = ${externalId}`;
  return row ? toExternal(row.campaignId) : null;
}

function noteNew(input: FindExternalCampaignInput): Promise<ExternalCampaign> {
  const { connection, externalId, externalName } = input;
  return db.transaction(async (tx) => {
    const isThis = and(eq(connectionCampaigns.connectionId, connection.id), eq(connectionCampaigns.externalId, externalId));
    // Waits for another that notes the same campaign at this moment.
    const inserted = await tx
      .insert(connectionCampaigns)
      .values({ connectionId: connection.id, externalId, externalName, campaignId: null })
      .onConflictDoNothing()
      .returning({ externalId: connectionCampaigns.externalId });
    if (inserted.length === 0) {
      const [other] = await tx.select({ campaignId: connectionCampaigns.campaignId }).from(connectionCampaigns).where(isThis);
      return toExternal(other?.campaignId ?? null);
    }
    if (!connection.makesCampaigns || (await hasTooMany(tx, connection.id))) return { kind: "default" };
    const { id: campaignId } = await createCampaign({ actor: "system", name: nameOf(input), source: "aria" }, tx);
    await tx.update(connectionCampaigns).set({ campaignId }).where(isThis);
    return { kind: "mapped", campaignId };
  });
}

function nameOf({ externalId, externalName }: FindExternalCampaignInput): string {
  const name = (externalName || externalId).replace(/\p{Cc}+/gu, " ").trim();
  return name.slice(0, CAMPAIGN_NAME_MAX_LENGTH).toWellFormed() || "Aria";
}

async function hasTooMany(tx: Transaction, connectionId: string): Promise<boolean> {
  const [made] = await tx
    .select({ campaigns: count() })
    .from(connectionCampaigns)
    .where(and(eq(connectionCampaigns.connectionId, connectionId), isNotNull(connectionCampaigns.campaignId)));
  return (made?.campaigns ?? 0) >= MAX_MADE_CAMPAIGNS;
}

function toExternal(campaignId: number | null): ExternalCampaign {
  return campaignId === null ? { kind: "default" } : { kind: "mapped", campaignId };
}

function externalCampaignCache(): Cache {
  if (!holder.auditoriaExternalCampaigns) {
    const cache: Cache = new LRUCache({ max: 10_000, ttl: CACHE_SECONDS * 1000 });
    holder.auditoriaExternalCampaigns = cache;
    onNotification("connections_changed", () => cache.clear());
  }
  return holder.auditoriaExternalCampaigns;
}
