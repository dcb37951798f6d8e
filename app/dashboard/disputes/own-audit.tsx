import { AuditReading } from "@/components/agents/audit-reading";
import { RefreshOnTask } from "@/components/agents/refresh-on-task";
import { ClientMessages } from "@/components/ui/client-messages";
import { getAuditReading } from "@/lib/agents/get-audit-reading";
import { orNotFound } from "@/lib/auth/or-not-found";
import type { Viewer } from "@/lib/auth/viewer";
import { acknowledgeAuditAction, openDisputeAction, withdrawDisputeAction } from "./actions";

type OwnAuditProps = { viewer: Viewer; auditId: string; hasPlayer: boolean };

/** An audit of an agent's own call, to read, to acknowledge and to dispute. */
export async function OwnAudit({ viewer, auditId, hasPlayer }: OwnAuditProps) {
  const reading = await orNotFound(getAuditReading({ viewer, auditId }));
  return (
    <ClientMessages namespaces={["auditReading", "disputes"]}>
      <RefreshOnTask />
      <AuditReading
        reading={reading}
        hasPlayer={hasPlayer}
        actions={{
          acknowledge: acknowledgeAuditAction.bind(null, auditId),
          dispute: (criterionId) => openDisputeAction.bind(null, { auditId, criterionId }),
          withdraw: (disputeId) => withdrawDisputeAction.bind(null, disputeId),
        }}
      />
    </ClientMessages>
  );
}
