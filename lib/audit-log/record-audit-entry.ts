import { sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import type { AuditAction } from "@/db/enums";
import { auditLog, users } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";

/** What was done and to what. `details` says what changed, never a secret. */
export type AuditEntry = {
  actor: Actor;
  action: AuditAction;
  object: { kind: string; id: string | number; name?: string };
  details?: Record<string, unknown>;
};

const SYSTEM_NAME = "system";

/**
 * Adds an entry to the audit log; in the transaction given, so that both are kept or neither. Entries are written one after the other: in a
 * transaction this comes last, since others wait for its end.
 */
export async function recordAuditEntry(
  { actor, action, object, details = {} }: AuditEntry,
  tx: Database | Transaction = db,
): Promise<void> {
  const actorId = actor === "system" ? null : actor.userId;
  await tx.insert(auditLog).values({
    // seq, at and hash are the database's to give.
    ...{ seq: 0, at: new Date(), hash: Buffer.alloc(0) },
    actorId,
    actorName: actorId === null ? SYSTEM_NAME : sql`coalesce((select ${users.name} from ${users} where ${users.id} = ${actorId}), '')`,
    action,
    objectKind: object.kind,
    objectId: String(object.id),
    objectName: object.name ?? "",
    details,
  });
}
