import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { assignments } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { assignmentNotFound } from "./assignment-access";
import { assignmentEnded, lockAssignment } from "./lock-assignment";

const REASON_MAX_LENGTH = 500;

/** Why a call is left out, as somebody typed it. */
export const skipReason = z
  .string()
  .transform((text) => text.toWellFormed().replace(/\p{Cc}+/gu, " "))
  .pipe(z.string().trim().min(1, { error: "reason_missing" }).max(REASON_MAX_LENGTH, { error: "reason_too_long" }));

/** Leaves a call of one's own queue out, for a reason that the supervisor reads. A conflict once it was done or skipped; not found in another's queue. */
export async function skipAssignment({ viewer, id, reason }: { viewer: Viewer; id: string; reason: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const assignment = await lockAssignment(transaction, id);
    if (viewer.role === "agent" || assignment.auditorId !== viewer.userId) throw assignmentNotFound();
    if (assignment.completedAt !== null || assignment.skippedAt !== null) throw assignmentEnded();
    await transaction.update(assignments).set({ skippedAt: sql`now()`, skipReason: reason }).where(eq(assignments.id, id));
  });
}
