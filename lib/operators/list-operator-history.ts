import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { AuditAction } from "@/db/enums";
import { auditLog } from "@/db/schema";

export type OperatorHistoryEntry = {
  seq: number;
  at: Date;
  /** Null for the installation itself. */
  actorName: string | null;
  action: AuditAction;
  details: Record<string, unknown>;
};

/** What was done to an operator, newest first; at most 50. Whether somebody may see it is for the caller to know. */
export async function listOperatorHistory({ operatorId }: { operatorId: string }): Promise<OperatorHistoryEntry[]> {
  const entries = await db
    .select({
      seq: auditLog.seq,
      at: auditLog.at,
      actorId: auditLog.actorId,
      actorName: auditLog.actorName,
      action: auditLog.action,
      details: auditLog.details,
    })
    .from(auditLog)
    .where(and(eq(auditLog.objectKind, "operator"), eq(auditLog.objectId, operatorId)))
    .orderBy(desc(auditLog.seq))
    .limit(50);
  return entries.map(({ actorId, actorName, ...entry }) => ({ ...entry, actorName: actorId === null ? null : actorName }));
}
