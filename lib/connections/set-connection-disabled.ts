import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { connections } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { connectionNotFound } from "./connection-not-found";
import { notifyConnectionChanged } from "./notify-connection-changed";

type SetConnectionDisabledInput = { actor: Actor; id: string; isDisabled: boolean };

/** Closes a connection, so that what it sends is turned away like a wrong key's, or opens it again; at once in every process. Admins only. */
export async function setConnectionDisabled({ actor, id, isDisabled }: SetConnectionDisabledInput): Promise<void> {
  requireAdmin(actor);
  if (!z.uuid().safeParse(id).success) throw connectionNotFound();
  await db.transaction(async (tx) => {
    const [before] = await tx
      .select({ name: connections.name, disabledAt: connections.disabledAt })
      .from(connections)
      .where(eq(connections.id, id))
      .for("no key update");
    if (!before) throw connectionNotFound();
    if ((before.disabledAt !== null) === isDisabled) return;
    await tx
      .update(connections)
      .set({ disabledAt: isDisabled ? new Date() : null })
      .where(eq(connections.id, id));
    await notifyConnectionChanged(tx);
    const action = isDisabled ? "connection.disabled" : "connection.enabled";
    await recordAuditEntry({ actor, action, object: { kind: "connection", id, name: before.name } }, tx);
  });
}
