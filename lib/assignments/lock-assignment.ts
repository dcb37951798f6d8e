import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { assignments, campaigns, samples } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { assignmentNotFound } from "./assignment-access";

/** A call of a sample that nobody else changes until the transaction ends. Throws not-found. Rights are the caller's to check. */
export async function lockAssignment(transaction: Transaction, id: string) {
  const [assignment] = z.uuid().safeParse(id).success
    ? await transaction
        .select({
          ...{ id: assignments.id, sampleId: assignments.sampleId, taskId: assignments.taskId, auditorId: assignments.auditorId },
          ...{ completedAt: assignments.completedAt, skippedAt: assignments.skippedAt, skipReason: assignments.skipReason },
          ...{ kind: assignments.kind, campaignId: samples.campaignId, sampleName: samples.name, campaignName: campaigns.name },
        })
        .from(assignments)
        .innerJoin(samples, eq(samples.id, assignments.sampleId))
        .innerJoin(campaigns, eq(campaigns.id, samples.campaignId))
        .where(eq(assignments.id, id))
        .for("update", { of: assignments })
    : [];
  if (!assignment) throw assignmentNotFound();
  return assignment;
}

/** What a change is refused with that comes too late. */
export function assignmentEnded(): AppError {
  return new AppError("conflict", "The call was done or skipped meanwhile.", { details: { problem: "ended" } });
}
