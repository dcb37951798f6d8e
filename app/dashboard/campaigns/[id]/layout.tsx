import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CampaignHeader } from "@/components/campaigns/campaign-header";
import { CampaignTabs } from "@/components/campaigns/campaign-tabs";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { requestedCampaign } from "./requested-campaign";

type CampaignLayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

export async function generateMetadata({ params }: CampaignLayoutProps): Promise<Metadata> {
  const { campaign } = await requestedCampaign((await params).id);
  const t = await getTranslations("campaigns");
  return { title: `${campaign.name} · ${t("number", { id: campaign.id })}` };
}

export default async function CampaignLayout({ params, children }: CampaignLayoutProps) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  const t = await getTranslations("campaigns");
  const path = `/dashboard/campaigns/${campaign.id}`;
  const general = { href: path, label: t("tabs.general") };
  const health = { href: `${path}/health`, label: t("tabs.health") };
  const audioSources = { href: `${path}/audio-sources`, label: t("tabs.audioSources") };
  return (
    <>
      <CampaignHeader campaign={campaign} />
      <CampaignTabs
        label={t("tabs.label")}
        tabs={[general, ...(viewer.role === "admin" ? [audioSources] : []), ...(canSeeReception(viewer) ? [health] : [])]}
      >
        {children}
      </CampaignTabs>
    </>
  );
}
