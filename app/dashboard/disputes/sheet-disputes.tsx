import { AuditDisputes } from "@/components/disputes/audit-disputes";
import type { Viewer } from "@/lib/auth/viewer";
import { canDecideDisputes } from "@/lib/disputes/dispute-access";
import { getAuditDisputes } from "@/lib/disputes/get-audit-disputes";

type SheetDisputesProps = { viewer: Viewer; auditId: string; timeZone: string | null };

/** What is disputed of an audit, at the foot of its sheet. */
export async function SheetDisputes({ viewer, auditId, timeZone }: SheetDisputesProps) {
  const disputes = await getAuditDisputes({ viewer, auditId });
  return <AuditDisputes disputes={disputes} timeZone={timeZone} isLinked={canDecideDisputes(viewer)} />;
}
