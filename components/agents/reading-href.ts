import { auditHref } from "@/components/audits/audit-href";

/** Where an agent reads an audit that counts. */
export function readingHref({ auditId, taskId }: { auditId: string; taskId: string | null }): string {
  return auditHref({ id: auditId, taskId, kind: "quality" });
}
