import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { apiKeys, connections } from "@/db/schema";
import { type CreatedApiKey, insertApiKey } from "@/lib/api-keys/insert-api-key";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { connectionNotFound } from "./connection-not-found";

/**
 * Makes a key for a connection whose keys have all ended, so that it goes on under its connection_id and with its mapping. Admins only; a
 * conflict while a key of it opens something, which is to be rotated instead.
 */
export async function createConnectionKey({ actor, id }: { actor: Actor; id: string }): Promise<CreatedApiKey> {
  requireAdmin(actor);
  if (!z.uuid().safeParse(id).success) throw connectionNotFound();
  return db.transaction(async (tx) => {
    const [connection] = await tx
      .select({ name: connections.name, publicId: connections.publicId })
      .from(connections)
      .where(eq(connections.id, id))
      .for("no key update");
    if (!connection) throw connectionNotFound();
    const [live] = await tx
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .where(and(eq(apiKeys.connectionId, id), or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, sql`now()`))))
      .limit(1);
    if (live) throw new AppError("conflict", "The connection has a key that is good: rotate it instead.");
    const { name, publicId } = connection;
    const created = await insertApiKey({ actor, name, scope: "connection", connectionId: id, expiresAt: null, replaces: null }, tx);
    const details = { last4: created.last4, scope: "connection", connectionId: publicId };
    await recordAuditEntry({ actor, action: "api_key.created", object: { kind: "api_key", id: created.id, name }, details }, tx);
    return created;
  });
}
