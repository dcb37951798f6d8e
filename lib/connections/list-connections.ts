import { and, asc, eq, exists, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys, campaigns, connectionCampaigns, connections } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

export type ConnectionKey = {
  id: string;
  last4: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** When it ends, whatever ends it. */
  endsAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedBy: string | null;
};

export type ConnectionListItem = {
  id: string;
  publicId: string;
  name: string;
  campaignId: number | null;
  campaignName: string | null;
  /** The first of the platform's campaigns that is mapped to the one asked for, where that is not the connection's own; else null. */
  mappedAs: string | null;
  timeZone: string | null;
  makesCampaigns: boolean;
  takesPixels: boolean;
  disabledAt: Date | null;
  createdAt: Date;
  /** Those that open something now, newest first. */
  keys: ConnectionKey[];
};

type ListConnectionsInput = {
  actor: Actor;
  /** Those whose calls can go to this campaign. */
  campaignId?: number;
};

/** All connections, or those that bring calls to a campaign, oldest first; there are few. Admins only. */
export async function listConnections({ actor, campaignId }: ListConnectionsInput): Promise<ConnectionListItem[]> {
  requireAdmin(actor);
  const rows = await db
    .select({
      id: connections.id,
      publicId: connections.publicId,
      name: connections.name,
      campaignId: connections.campaignId,
      campaignName: campaigns.name,
      mappedAs: campaignId === undefined ? sql<null>`null` : firstMappedTo(campaignId),
      timeZone: connections.timeZone,
      makesCampaigns: connections.makesCampaigns,
      takesPixels: connections.takesPixels,
      disabledAt: connections.disabledAt,
      createdAt: connections.createdAt,
    })
    .from(connections)
    .leftJoin(campaigns, eq(campaigns.id, connections.campaignId))
    .where(campaignId === undefined ? undefined : or(eq(connections.campaignId, campaignId), exists(mappedTo(campaignId))))
    .orderBy(asc(connections.id));
  const keys = await db
    .select({
      connectionId: apiKeys.connectionId,
      key: {
        id: apiKeys.id,
        last4: apiKeys.last4,
        createdAt: apiKeys.createdAt,
        expiresAt: apiKeys.expiresAt,
        revokedAt: apiKeys.revokedAt,
        endsAt: apiKeys.endsAt,
        lastUsedAt: apiKeys.lastUsedAt,
        lastUsedBy: apiKeys.lastUsedBy,
      },
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.scope, "connection"), or(isNull(apiKeys.endsAt), sql`${apiKeys.endsAt} > now()`)))
    .orderBy(sql`${apiKeys.id} desc`);
  return rows.map((row) => ({ ...row, keys: keys.filter(({ connectionId }) => connectionId === row.id).map(({ key }) => key) }));
}

function mappedTo(campaignId: number) {
  return db
    .select({ id: connectionCampaigns.externalId })
    .from(connectionCampaigns)
    .where(and(eq(connectionCampaigns.connectionId, connections.id), eq(connectionCampaigns.campaignId, campaignId)));
}

function firstMappedTo(campaignId: number) {
  return sql<string | null>`(
    select min(${connectionCampaigns.externalId}) from ${connectionCampaigns}
    where ${connectionCampaigns.connectionId} = ${connections.id} and ${connectionCampaigns.campaignId} = ${campaignId}
      and ${connections.campaignId} is distinct from ${campaignId})`;
}
