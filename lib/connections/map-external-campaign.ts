import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { connectionCampaigns, connections } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { connectionNotFound } from "./connection-not-found";
import { giveCampaignToConnection } from "./give-campaign-to-connection";
import { notifyConnectionChanged } from "./notify-connection-changed";

type MapExternalCampaignInput = {
  actor: Actor;
  /** The connection's uuid. */
  id: string;
  /** The platform's campaign_id. */
  externalId: string;
  /** Null: its calls go to the connection's default campaign. */
  campaignId: number | null;
};

/**
 * Says which of our campaigns a platform's campaign is, for the calls to come; calls that are here stay where they are. Admins only; conflicts
 * as for createConnection.
 */
export async function mapExternalCampaign({ actor, id, externalId, campaignId }: MapExternalCampaignInput): Promise<void> {
  requireAdmin(actor);
  if (!z.uuid().safeParse(id).success) throw connectionNotFound();
  await db.transaction(async (tx) => {
    const [connection] = await tx.select({ name: connections.name }).from(connections).where(eq(connections.id, id)).for("no key update");
    if (!connection) throw connectionNotFound();
    const isThis = and(eq(connectionCampaigns.connectionId, id), eq(connectionCampaigns.externalId, externalId));
    const [before] = await tx.select({ campaignId: connectionCampaigns.campaignId }).from(connectionCampaigns).where(isThis);
    if (before?.campaignId === campaignId) return;
    if (campaignId !== null) await giveCampaignToConnection(tx, campaignId);
    await tx
      .insert(connectionCampaigns)
      .values({ connectionId: id, externalId, externalName: "", campaignId })
      .onConflictDoUpdate({
        target: [connectionCampaigns.connectionId, connectionCampaigns.externalId],
        set: { campaignId, updatedAt: new Date() },
      });
    await notifyConnectionChanged(tx);
    const details = { externalId, campaignId: { from: before?.campaignId ?? null, to: campaignId } };
    const object = { kind: "connection", id, name: connection.name };
    await recordAuditEntry({ actor, action: "connection.campaign_mapped", object, details }, tx);
  });
}
