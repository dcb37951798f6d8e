import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ChangeSource } from "@/components/sources/change-source";
import { SourceChooser } from "@/components/sources/source-chooser";
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
import { loadAudioSourceSearchParams } from "./search-params";
import { SOURCE_SCREENS } from "./source-screens";

type AudioSourcesPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export default async function AudioSourcesPage({ params, searchParams }: AudioSourcesPageProps) {
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
    getSetUpProgress({ viewer, campaignId: campaign.id, source }),
  ]);
  const Screen = SOURCE_SCREENS[source];
  return (
    <>
      {notice}
      <Screen
        viewer={viewer}
        search={await loadAudioSourceSearchParams(searchParams)}
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
