import { and, asc, eq, exists, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys, connectionCampaigns, connections } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

export type ConnectionKey = { id: string; last4: string; createdAt: Date; endsAt: Date | null; lastUsedAt: Date | null };

export type ConnectionListItem = {
  id: string;
  publicId: string;
  name: string;
  campaignId: number | null;
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
      timeZone: connections.timeZone,
      makesCampaigns: connections.makesCampaigns,
      takesPixels: connections.takesPixels,
      disabledAt: connections.disabledAt,
      createdAt: connections.createdAt,
    })
    .from(connections)
    .where(campaignId === undefined ? undefined : or(eq(connections.campaignId, campaignId), exists(mappedTo(campaignId))))
    .orderBy(asc(connections.id));
  const keys = await db
    .select({
      connectionId: apiKeys.connectionId,
      key: {
        id: apiKeys.id,
        last4: apiKeys.last4,
        createdAt: apiKeys.createdAt,
        endsAt: apiKeys.endsAt,
        lastUsedAt: apiKeys.lastUsedAt,
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
