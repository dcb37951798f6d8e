import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";

/** Enters into the audit log that somebody looked at what a delivery holds, which is personal data: once an hour for each person and delivery. */
export async function recordDeliveryReading({ viewer, id }: { viewer: Viewer; id: string }): Promise<void> {
  const known = await db
    .select({ seq: auditLog.seq })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.objectKind, "delivery"),
        eq(auditLog.objectId, id),
        eq(auditLog.action, "delivery.read"),
        eq(auditLog.actorId, viewer.userId),
        gt(auditLog.at, sql`now() - interval '1 hour'`),
      ),
    )
    .limit(1);
  if (known.length > 0) return;
  await recordAuditEntry({ actor: viewer, action: "delivery.read", object: { kind: "delivery", id } });
}
