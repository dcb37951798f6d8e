import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { connections } from "@/db/schema";
import { changesBetween } from "@/lib/audit-log/changes-between";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import type { ConnectionInput } from "./connection-input";
import { connectionNotFound } from "./connection-not-found";
import { giveCampaignToConnection } from "./give-campaign-to-connection";
import { notifyConnectionChanged } from "./notify-connection-changed";

type UpdateConnectionInput = { actor: Actor; id: string; campaignId?: number } & Partial<ConnectionInput>;

/** Changes what is given of a connection and leaves the rest, at once in every process. Admins only; conflicts as for createConnection. */
export async function updateConnection({ actor, id, ...given }: UpdateConnectionInput): Promise<void> {
  requireAdmin(actor);
  if (!z.uuid().safeParse(id).success) throw connectionNotFound();
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(connections).where(eq(connections.id, id)).for("no key update");
    if (!before) throw connectionNotFound();
    const changes = changesBetween(before, given);
    if (Object.keys(changes).length === 0) return;
    if (given.campaignId !== undefined && given.campaignId !== before.campaignId) await giveCampaignToConnection(tx, given.campaignId);
    await tx.update(connections).set(given).where(eq(connections.id, id));
    await notifyConnectionChanged(tx);
    const object = { kind: "connection", id, name: given.name ?? before.name };
    await recordAuditEntry({ actor, action: "connection.updated", object, details: changes }, tx);
  });
}
