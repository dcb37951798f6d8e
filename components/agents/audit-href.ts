/** Where an audit is read: beside its call, or on a page of its own where there is none to hear. */
export function auditHref({ auditId, taskId }: { auditId: string; taskId: string | null }): string {
  return taskId === null ? `/dashboard/audits/${auditId}` : `/dashboard/tasks/${taskId}`;
}
