import { db } from "@/db/client";
import { connections } from "@/db/schema";
import { insertApiKey } from "@/lib/api-keys/insert-api-key";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import type { ConnectionInput } from "./connection-input";
import { giveCampaignToConnection } from "./give-campaign-to-connection";
import { makeConnectionId } from "./make-connection-id";
import { notifyConnectionChanged } from "./notify-connection-changed";

type CreateConnectionInput = { actor: Actor; name: string; campaignId: number } & Partial<Omit<ConnectionInput, "name">>;

/** `key` is here for the only time: it is not stored, and nobody can show it again. */
export type CreatedConnection = { id: string; publicId: string; name: string; key: string; last4: string };

/**
 * Makes a connection with its first key. Calls of campaigns that are not mapped go to `campaignId`, which becomes Aria's when it has no source
 * yet. Admins only; a conflict for a campaign that is archived or takes its calls from elsewhere.
 */
export async function createConnection({ actor, name, campaignId, ...given }: CreateConnectionInput): Promise<CreatedConnection> {
  requireAdmin(actor);
  return db.transaction(async (tx) => {
    await giveCampaignToConnection(tx, campaignId);
    const [created] = await tx
      .insert(connections)
      .values({ ...given, name, campaignId, publicId: makeConnectionId() })
      .returning();
    if (!created) throw new Error("PostgreSQL returned no row for a connection that it inserted.");
    const { id, publicId, timeZone, makesCampaigns, takesPixels } = created;
    const { key, last4 } = await insertApiKey({ actor, name, scope: "connection", connectionId: id, expiresAt: null, replaces: null }, tx);
    await notifyConnectionChanged(tx);
    const details = { connectionId: publicId, campaignId, timeZone, makesCampaigns, takesPixels, last4 };
    await recordAuditEntry({ actor, action: "connection.created", object: { kind: "connection", id, name }, details }, tx);
    return { id, publicId, name, key, last4 };
  });
}
