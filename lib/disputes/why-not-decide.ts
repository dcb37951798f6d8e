import type { AuditStatus, DisputeStatus } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import type { DisputeRefusal } from "./dispute-access";

/** What of a dispute, its audit and its answer as it is now says who may decide. */
export type DecidedDispute = {
  status: DisputeStatus;
  openedBy: string;
  disputedUserId: string | null;
  /** Who gave the answer that counts now; null: the machine, which decides nothing. */
  answeredBy: string | null;
  auditStatus: AuditStatus;
};

/** What keeps somebody who decides disputes from deciding this one; null: nothing does. */
export function whyNotDecide({ userId }: Pick<Viewer, "userId">, dispute: DecidedDispute): DisputeRefusal | null {
  if (dispute.status !== "open") return "not_open";
  if (dispute.openedBy === userId) return "own_dispute";
  if (dispute.disputedUserId === userId || dispute.answeredBy === userId) return "own_answer";
  return dispute.auditStatus === "open" ? "audit_reopened" : null;
}
