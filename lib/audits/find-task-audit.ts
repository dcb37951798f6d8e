import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { AuditKind } from "@/db/enums";
import { audits } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { readableAudits } from "./audit-access";
import { type AuditSheet, getAudit } from "./get-audit";

type FindTaskAuditInput = { viewer: Viewer; taskId: string; kind?: AuditKind };

/**
 * The audit of a task, or the viewer's own calibration of it; null where there is none, or none that the viewer may see. Throws not-found for a
 * task that the viewer may not see.
 */
export async function findTaskAudit({ viewer, taskId, kind = "quality" }: FindTaskAuditInput): Promise<AuditSheet | null> {
  await requireVisibleTask({ viewer, taskId });
  const isOwn = kind === "calibration" ? eq(audits.auditorId, viewer.userId) : undefined;
  const [found] = await db
    .select({ id: audits.id })
    .from(audits)
    .where(and(eq(audits.taskId, taskId), eq(audits.kind, kind), isOwn, readableAudits(viewer)));
  return found ? getAudit({ viewer, id: found.id }) : null;
}
