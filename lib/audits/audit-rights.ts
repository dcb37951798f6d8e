import type { Viewer } from "@/lib/auth/viewer";
import type { GivenAnswer } from "./answer-mark";
import { canAudit, canValidate } from "./audit-access";
import type { AuditRow } from "./lock-audit";

/** What a viewer who sees an audit may do with it now. */
export type AuditRights = {
  mayAnswer: boolean;
  /** Also take over what the machine completed. */
  mayComplete: boolean;
  mayReopen: boolean;
  mayValidate: boolean;
  mayWithdrawValidation: boolean;
  mayDelete: boolean;
  maySeeTrail: boolean;
};

type AuditRightsInput = { viewer: Viewer; audit: AuditRow; answers: { given: GivenAnswer }[] };

/** The rights that the verbs check, as flags for the screen. */
export function auditRights({ viewer, audit: { kind, status, auditorId, completedBy, taskId }, answers }: AuditRightsInput): AuditRights {
  const isFiller = canAudit(viewer) && (kind === "quality" || auditorId === viewer.userId);
  const isSigner = canValidate(viewer);
  const isUntouched = status === "open" && answers.every(({ given }) => given.answeredBy === null);
  return {
    mayAnswer: isFiller && (kind === "quality" ? status !== "validated" : status === "open"),
    mayComplete: isFiller && (status === "open" || (status === "completed" && completedBy === null)),
    mayReopen: isFiller && kind === "quality" && status === "completed",
    mayValidate: isSigner && status === "completed" && kind === "quality",
    mayWithdrawValidation: isSigner && status === "validated",
    mayDelete: isSigner && status !== "validated" && (taskId === null || isUntouched),
    maySeeTrail: isSigner,
  };
}
