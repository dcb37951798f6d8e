import type { AuditListItem } from "@/lib/audits/list-audits";

/** Where an audit is worked on: beside its call, or on a page of its own. */
export function auditHref({ id, taskId, kind }: Pick<AuditListItem, "id" | "taskId" | "kind">): string {
  return taskId !== null && kind === "quality" ? `/dashboard/tasks/${taskId}` : `/dashboard/audits/${id}`;
}
