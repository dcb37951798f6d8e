import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { audits } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleAudits } from "./audit-access";
import { isHiddenForCalibration } from "./calibration-access";

/** The task of an audit that is hidden until the viewer has calibrated its call; null for any other audit, and for none. */
export async function findCallToCalibrate({ viewer, auditId }: { viewer: Viewer; auditId: string }): Promise<string | null> {
  if (!z.uuid().safeParse(auditId).success) return null;
  const [audit] = await db
    .select({ taskId: audits.taskId })
    .from(audits)
    .where(and(eq(audits.id, auditId), visibleAudits(viewer), isHiddenForCalibration(viewer)));
  return audit?.taskId ?? null;
}
