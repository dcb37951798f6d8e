import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeSource } from "@/components/sources/change-source";
import { SourceChooser } from "@/components/sources/source-chooser";
import { SourceScreen } from "@/components/sources/source-screen";
import { ClientMessages } from "@/components/ui/client-messages";
import { getSetUpProgress } from "@/lib/campaigns/get-set-up-progress";
import { listSetUpDeliveries } from "@/lib/campaigns/list-set-up-deliveries";
import { OFFERED_SOURCES } from "@/lib/campaigns/offered-sources";
import { env } from "@/lib/env";
import { requestBaseUrl } from "@/lib/http/request-base-url";
import { diagnoseSilence } from "@/lib/sources/silence/diagnose-silence";
import { chooseSourceAction } from "../../actions";
import { requestedCampaign } from "../requested-campaign";
import { sendSampleAction } from "./actions";

export default async function AudioSourcesPage({ params }: { params: Promise<{ id: string }> }) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  if (viewer.role !== "admin") notFound();
  const t = await getTranslations("audioSources");
  const source = OFFERED_SOURCES.find((offered) => offered === campaign.source);
  const otherSources = OFFERED_SOURCES.filter((offered) => offered !== campaign.source);
  const notice = campaign.archivedAt !== null && <p className="mb-4 max-w-2xl text-warning-soft-foreground">{t("archived")}</p>;
  const choose = chooseSourceAction.bind(null, campaign.id);
  if (source === undefined)
    return (
      <ClientMessages namespaces={["audioSources", "sources", "campaigns"]}>
        {notice}
        <SourceChooser action={choose} sources={OFFERED_SOURCES} timeZone={campaign.timeZone} />
      </ClientMessages>
    );
  const [deliveries, causes, progress] = await Promise.all([
    listSetUpDeliveries({ viewer, campaignId: campaign.id, source }),
    diagnoseSilence({ viewer, campaignId: campaign.id, source }),
    getSetUpProgress({ viewer, campaignId: campaign.id }),
  ]);
  return (
    <>
      {notice}
      <SourceScreen
        source={source}
        campaignId={campaign.id}
        timeZone={campaign.timeZone ?? env.TIME_ZONE}
        baseUrl={env.PUBLIC_URL ?? requestBaseUrl(await headers()) ?? `http://localhost:${env.PORT}`}
        liveTest={{ deliveries, causes, progress, sendSample: sendSampleAction.bind(null, campaign.id) }}
        now={new Date()}
      />
      {otherSources.length > 0 && (
        <ClientMessages namespaces={["audioSources", "sources", "campaigns"]}>
          <ChangeSource action={choose} sources={otherSources} timeZone={campaign.timeZone} />
        </ClientMessages>
      )}
    </>
  );
}
