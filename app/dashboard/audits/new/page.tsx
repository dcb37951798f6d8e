import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ManualAuditForm } from "@/components/audits/manual-audit-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { canAudit } from "@/lib/audits/audit-access";
import { listAuditableCampaigns } from "@/lib/audits/list-auditable-campaigns";
import { requireViewer } from "@/lib/auth/require-viewer";
import { openManualAuditAction, suggestAuditableOperators } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manualAudit"))("title") };
}

export default async function NewAuditPage() {
  const viewer = await requireViewer();
  if (!canAudit(viewer)) notFound();
  const [campaigns, t, tAudits] = await Promise.all([
    listAuditableCampaigns({ viewer }),
    getTranslations("manualAudit"),
    getTranslations("audits"),
  ]);
  return (
    <ClientMessages namespaces={["manualAudit", "contactChannels"]}>
      <PageHeader title={t("title")} description={t("description")} trail={[{ label: tAudits("title"), href: "/dashboard/audits" }]} />
      <Panel className="max-w-xl">
        {campaigns.length === 0 ? (
          <EmptyState icon={ClipboardList} title={t("noCampaigns")} description={t("noCampaignsHelp")} />
        ) : (
          <ManualAuditForm campaigns={campaigns} suggest={suggestAuditableOperators} open={openManualAuditAction} />
        )}
      </Panel>
    </ClientMessages>
  );
}
