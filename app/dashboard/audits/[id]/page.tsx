import { Headphones } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditFacts } from "@/components/audits/audit-facts";
import { auditHref } from "@/components/audits/audit-href";
import { AuditSheet } from "@/components/audits/audit-sheet";
import { AuditTrail } from "@/components/audits/audit-trail";
import { SheetKeys } from "@/components/audits/sheet-key-list";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { findCallToCalibrate } from "@/lib/audits/find-call-to-calibrate";
import { getAudit } from "@/lib/audits/get-audit";
import { listAuditTrail } from "@/lib/audits/list-audit-trail";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { SheetDisputes } from "../../disputes/sheet-disputes";
import { sheetActionsOf } from "../sheet-actions-of";
import { OwnAuditPage } from "./own-audit-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditSheet"))("label") };
}

/** An audit by itself: of a contact that has no recording here, or one auditor's part of a calibration. */
export default async function AuditPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const { id } = await params;
  if (viewer.role === "agent") return <OwnAuditPage viewer={viewer} auditId={id} />;
  const taskId = await findCallToCalibrate({ viewer, auditId: id });
  // There stands what the viewer is to do first, and why.
  if (taskId !== null) redirect(`/dashboard/tasks/${taskId}`);
  const audit = await orNotFound(getAudit({ viewer, id }));
  if (audit.taskId !== null && audit.kind === "quality") redirect(auditHref(audit));
  const [trail, t, tChannels] = await Promise.all([
    audit.rights.maySeeTrail ? listAuditTrail({ viewer, auditId: id }) : [],
    getTranslations("audits"),
    getTranslations("contactChannels"),
  ]);
  return (
    <ClientMessages namespaces={["auditSheet", "auditStatuses", "machineFindings"]}>
      <PageHeader
        trail={[{ label: t("title"), href: "/dashboard/audits" }]}
        title={t("pageTitle", { channel: tChannels(audit.channel), operator: audit.operator?.name ?? t("noOperator") })}
        actions={
          audit.taskId !== null && (
            <ButtonLink href={`/dashboard/tasks/${audit.taskId}`} variant="outline">
              <Headphones aria-hidden />
              {t("openCall")}
            </ButtonLink>
          )
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel>
          <AuditSheet
            key={audit.id}
            sheet={audit}
            userId={viewer.userId}
            actions={sheetActionsOf(audit.id, "list")}
            machine={null}
            hasPlayer={false}
          >
            <SheetDisputes viewer={viewer} auditId={audit.id} timeZone={audit.campaign.timeZone} />
            <AuditTrail trail={trail} timeZone={audit.campaign.timeZone} />
          </AuditSheet>
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("facts.title")}>
            <AuditFacts audit={audit} />
          </Panel>
          {audit.rights.mayAnswer && (
            <Panel>
              <details className="px-4 py-3">
                <summary className="cursor-pointer rounded-sm text-sm font-semibold">{t("keysTitle")}</summary>
                <SheetKeys />
              </details>
            </Panel>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
