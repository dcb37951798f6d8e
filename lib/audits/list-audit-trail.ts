import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { AuditAction } from "@/db/enums";
import { auditLog, audits } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { auditNotFound, canValidate, readableAudits } from "./audit-access";

/** One change of an audit. `actorName` is the person's name at the time, or "system". */
export type AuditTrailItem = {
  seq: number;
  at: Date;
  action: AuditAction;
  actorName: string;
  /** The question, where it is of one answer. */
  objectName: string;
  details: Record<string, unknown>;
};

const MAX_ITEMS = 200;

/** The latest changes of an audit, newest first, out of the audit log. For admins and the campaign's supervisors; not-found for others. */
export async function listAuditTrail({ viewer, auditId }: { viewer: Viewer; auditId: string }): Promise<AuditTrailItem[]> {
  if (!canValidate(viewer) || !z.uuid().safeParse(auditId).success) throw auditNotFound();
  const [visible] = await db
    .select({ one: sql`1` })
    .from(audits)
    .where(and(eq(audits.id, auditId), readableAudits(viewer)));
  if (!visible) throw auditNotFound();
  const { seq, at, action, actorName, objectName, details } = auditLog;
  return db
    .select({ seq, at, action, actorName, objectName, details })
    .from(auditLog)
    .where(and(eq(auditLog.objectKind, "audit"), eq(auditLog.objectId, auditId)))
    .orderBy(desc(auditLog.seq))
    .limit(MAX_ITEMS);
}
