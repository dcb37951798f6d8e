import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CampaignHeader } from "@/components/campaigns/campaign-header";
import { CampaignTabs } from "@/components/campaigns/campaign-tabs";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { mayListMembers } from "@/lib/campaigns/members/list-members";
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
  const tabs = [
    { href: path, label: t("tabs.general") },
    ...(viewer.role === "admin" ? [{ href: `${path}/audio-sources`, label: t("tabs.audioSources") }] : []),
    { href: `${path}/scorecard`, label: t("tabs.scorecard") },
    { href: `${path}/tags`, label: t("tabs.tags") },
    ...(viewer.role === "admin" ? [{ href: `${path}/speech`, label: t("tabs.speech") }] : []),
    ...(canSeeReception(viewer) ? [{ href: `${path}/health`, label: t("tabs.health") }] : []),
    ...(mayListMembers(viewer) ? [{ href: `${path}/members`, label: t("tabs.members") }] : []),
  ];
  return (
    <>
      <CampaignHeader campaign={campaign} />
      <CampaignTabs label={t("tabs.label")} tabs={tabs}>
        {children}
      </CampaignTabs>
    </>
  );
}
