import { ClipboardList } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AuditSheet } from "@/components/audits/audit-sheet";
import { AuditTrail } from "@/components/audits/audit-trail";
import { BeginAudit } from "@/components/audits/begin-audit";
import { MachineAudit } from "@/components/audits/machine-audit";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { TaskAuditing as Auditing } from "@/lib/audits/get-task-auditing";
import { listAuditTrail } from "@/lib/audits/list-audit-trail";
import type { Viewer } from "@/lib/auth/viewer";
import { sheetActionsOf } from "../../audits/sheet-actions-of";
import { SheetDisputes } from "../../disputes/sheet-disputes";
import { beginAuditAction, readTaskAuditStateAction, requestMachineAuditAction } from "./audit-actions";

type TaskAuditingProps = { viewer: Viewer; auditing: Auditing; taskId: string; campaignId: number; hasPlayer: boolean };

/** The audit of a call for those who audit: its sheet, or what has to come before it. */
export async function TaskAuditing({ viewer, auditing, taskId, campaignId, hasPlayer }: TaskAuditingProps) {
  const t = await getTranslations("auditSheet");
  const { kind, audit, machine } = auditing;
  const machineStamp = machine ? `${machine.status} ${machine.attemptCount}` : null;
  const readState = readTaskAuditStateAction.bind(null, taskId);
  const ofMachine = kind === "quality" && (
    <MachineAudit
      machine={machine}
      hasAudit={audit !== null}
      request={auditing.mayRequestMachine ? requestMachineAuditAction.bind(null, taskId) : null}
    />
  );
  if (audit) {
    const actions = sheetActionsOf(audit.id, "task");
    const trail = audit.rights.maySeeTrail ? await listAuditTrail({ viewer, auditId: audit.id }) : [];
    return (
      <Panel>
        <AuditSheet
          key={audit.id}
          sheet={audit}
          userId={viewer.userId}
          actions={kind === "quality" ? { ...actions, readState } : actions}
          machine={kind === "quality" ? machineStamp : null}
          hasPlayer={hasPlayer}
        >
          {audit.status === "open" && ofMachine}
          <SheetDisputes viewer={viewer} auditId={audit.id} timeZone={audit.campaign.timeZone} />
          <AuditTrail trail={trail} timeZone={audit.campaign.timeZone} />
        </AuditSheet>
      </Panel>
    );
  }
  if (!auditing.hasScorecard)
    return (
      <Panel>
        <EmptyState
          icon={ClipboardList}
          title={t("noScorecard")}
          description={t(auditing.mayEditScorecard ? "noScorecardHelp" : "noScorecardAsk")}
          action={auditing.mayEditScorecard && <ButtonLink href={`/dashboard/campaigns/${campaignId}/scorecard`}>{t("drawUp")}</ButtonLink>}
        />
      </Panel>
    );
  return (
    <Panel title={t("label")}>
      {auditing.mayBegin && (
        <BeginAudit
          kind={kind}
          campaignId={campaignId}
          machine={machineStamp}
          begin={beginAuditAction.bind(null, taskId, kind)}
          readState={readState}
        />
      )}
      {ofMachine}
    </Panel>
  );
}
