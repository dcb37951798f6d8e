"use server";

import { refresh } from "next/cache";
import type { SheetOutcome } from "@/components/audits/sheet-actions";
import { AUDIT_KINDS, type AuditKind } from "@/db/enums";
import { beginAudit } from "@/lib/audits/begin-audit";
import { type AuditState, getAuditState } from "@/lib/audits/get-audit-state";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { requestMachineWork } from "@/lib/machine-work/request-machine-work";
import { problemOf } from "../../audits/sheet-problems";

export async function beginAuditAction(taskId: string, kind: AuditKind): Promise<SheetOutcome> {
  const viewer = await requireViewer();
  try {
    await orNotFound(beginAudit({ viewer, taskId, kind: AUDIT_KINDS.find((one) => one === kind) }));
    return { status: "done" };
  } catch (error) {
    return { status: "refused", problem: problemOf(error).reason };
  } finally {
    refresh();
  }
}

/** False where it can't be ordered now: it is ordered already, or what it needs has gone meanwhile. */
export async function requestMachineAuditAction(taskId: string): Promise<boolean> {
  const viewer = await requireViewer();
  try {
    await orNotFound(requestMachineWork({ viewer, taskId, kind: "audit" }));
    return true;
  } catch (error) {
    if ((error instanceof AppError && error.code === "conflict") || isDatabaseAway(error)) return false;
    throw error;
  } finally {
    refresh();
  }
}

export async function readTaskAuditStateAction(taskId: string): Promise<AuditState> {
  const viewer = await requireViewer();
  return orNotFound(getAuditState({ viewer, subject: { taskId } }));
}
