import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CampaignForm } from "@/components/campaigns/campaign-form";
import { CampaignTabs } from "@/components/campaigns/campaign-tabs";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireViewer } from "@/lib/auth/require-viewer";
import { DEFAULT_DISPUTE_DAYS, DEFAULT_PASSING_SCORE } from "@/lib/campaigns/campaign-input";
import { listTimeZones } from "@/lib/campaigns/list-time-zones";
import { env } from "@/lib/env";
import { createCampaignAction } from "../actions";

const PATH = "/dashboard/campaigns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("newTitle") };
}

export default async function NewCampaignPage() {
  if ((await requireViewer()).role !== "admin") notFound();
  const t = await getTranslations("campaigns");
  return (
    <>
      <PageHeader title={t("newTitle")} description={t("newDescription")} trail={[{ label: t("title"), href: PATH }]} />
      <CampaignTabs
        label={t("tabs.label")}
        tabs={[
          { href: `${PATH}/new`, label: t("tabs.general") },
          { href: null, label: t("tabs.audioSources"), reason: t("audioSourcesClosed") },
        ]}
      >
        <ClientMessages namespaces={["campaigns"]}>
          <Panel className="max-w-2xl p-4">
            <CampaignForm
              action={createCampaignAction}
              campaign={null}
              defaultPassingScore={DEFAULT_PASSING_SCORE}
              defaultDisputeDays={DEFAULT_DISPUTE_DAYS}
              installationTimeZone={env.TIME_ZONE}
              timeZones={listTimeZones({ current: null, now: new Date() })}
            />
          </Panel>
        </ClientMessages>
      </CampaignTabs>
    </>
  );
}
