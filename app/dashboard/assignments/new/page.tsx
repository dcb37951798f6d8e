import { Megaphone } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { CampaignChoice } from "@/components/assignments/campaign-choice";
import { SampleForm } from "@/components/assignments/sample-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { canDraw } from "@/lib/assignments/assignment-access";
import { getSampledCampaign } from "@/lib/assignments/get-sampled-campaign";
import { listSampleAuditors } from "@/lib/assignments/list-sample-auditors";
import { listSampledCampaigns } from "@/lib/assignments/list-sampled-campaigns";
import { makeSeed } from "@/lib/assignments/make-seed";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { createSampleAction, previewSampleAction } from "../actions";
import { loadNewSampleSearchParams } from "../search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sampleForm"))("title") };
}

export default async function NewSamplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  if (!canDraw(viewer)) notFound();
  const [campaigns, wanted, t, tAssignments] = await Promise.all([
    listSampledCampaigns({ viewer }),
    loadNewSampleSearchParams(searchParams),
    getTranslations("sampleForm"),
    getTranslations("assignments"),
  ]);
  const campaignId = wanted.campaign ?? campaigns[0]?.id ?? null;
  return (
    <ClientMessages namespaces={["sampleForm", "drawPicture", "roles"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        trail={[{ label: tAssignments("title"), href: "/dashboard/assignments" }]}
      />
      {campaignId === null ? (
        <Panel>
          <EmptyState icon={Megaphone} title={t("noCampaignTitle")} description={t("noCampaignDescription")} />
        </Panel>
      ) : (
        <SampleForm
          key={campaignId}
          campaignId={campaignId}
          campaignChoice={<CampaignChoice campaigns={campaigns} campaignId={campaignId} />}
          {...(await orNotFound(startOf(campaignId, viewer)))}
          seed={makeSeed()}
          create={createSampleAction.bind(null, campaignId)}
          preview={previewSampleAction.bind(null, campaignId)}
        />
      )}
    </ClientMessages>
  );
}

async function startOf(campaignId: number, viewer: Awaited<ReturnType<typeof requireViewer>>) {
  const [{ today }, auditors] = await Promise.all([getSampledCampaign({ viewer, campaignId }), listSampleAuditors({ viewer, campaignId })]);
  return { today, auditors };
}
