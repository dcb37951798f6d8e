import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits } from "@/db/schema";
import { visibleAudits } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";

/** The audit of a task that its agent may read; null while there is none, and for anybody else. */
export async function findOwnTaskAudit({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<{ auditId: string } | null> {
  if (viewer.role !== "agent") return null;
  const [found] = await db
    .select({ auditId: audits.id })
    .from(audits)
    .where(and(eq(audits.taskId, taskId), eq(audits.kind, "quality"), visibleAudits(viewer)));
  return found ?? null;
}
