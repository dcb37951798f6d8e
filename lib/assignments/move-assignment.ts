import { and, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { assignmentNotFound, maySample } from "./assignment-access";
import { findAuditors } from "./find-auditors";
import { assignmentEnded, lockAssignment } from "./lock-assignment";

type MoveAssignmentInput = { actor: Viewer; id: string; auditorId: string };

/**
 * Gives a call that waits, or that was skipped, to somebody else, at the end of what they have of the sample. A conflict once it was done, and for
 * who does not audit the campaign or has the call already. For admins and the campaign's supervisors; not found for others.
 */
export async function moveAssignment({ actor, id, auditorId }: MoveAssignmentInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const assignment = await lockAssignment(transaction, id);
    const { sampleId, taskId, kind, campaignId, sampleName, skipReason } = assignment;
    if (!maySample(actor, campaignId)) throw assignmentNotFound();
    if (assignment.completedAt !== null) throw assignmentEnded();
    if (assignment.auditorId === auditorId && assignment.skippedAt === null) return;
    const [auditor] = await findAuditors({ database: transaction, campaignId, among: [auditorId] });
    if (!auditor) throw refusal("not_an_auditor", "That person does not audit calls of this campaign.");
    const isTheirs = and(
      eq(assignments.taskId, taskId),
      eq(assignments.auditorId, auditorId),
      eq(assignments.kind, kind),
      ne(assignments.id, id),
    );
    if ((await transaction.$count(assignments, isTheirs)) > 0) throw refusal("has_it_already", "That person has the call already.");
    await transaction
      .update(assignments)
      .set({
        ...{ auditorId, skippedAt: null, skipReason: "" },
        position: sql`(select coalesce(max(position) + 1, 0) from assignments as theirs where sample_id = ${sampleId} and auditor_id = ${auditorId})`,
      })
      .where(eq(assignments.id, id));
    const object = { kind: "sample", id: sampleId, name: sampleName };
    const details = { campaignId, taskId, before: { auditorId: assignment.auditorId, skipReason }, auditorId };
    await recordAuditEntry({ actor, action: "assignment.moved", object, details }, transaction);
  });
}

function refusal(problem: "not_an_auditor" | "has_it_already", sentence: string): AppError {
  return new AppError("conflict", sentence, { details: { problem } });
}
