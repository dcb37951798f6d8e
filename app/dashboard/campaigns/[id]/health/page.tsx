import { Hourglass, Unplug } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { CurrentAlarmList } from "@/components/source-health/current-alarm-list";
import { DayChart } from "@/components/source-health/day-chart";
import { HealthFigures } from "@/components/source-health/health-figures";
import { RefreshOnArrival } from "@/components/sources/refresh-on-arrival";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { getSourceHealth } from "@/lib/source-health/get-source-health";
import { requestedCampaign } from "../requested-campaign";

export default async function CampaignHealthPage({ params }: { params: Promise<{ id: string }> }) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  const health = await orNotFound(getSourceHealth({ viewer, campaignId: campaign.id }));
  const isAdmin = viewer.role === "admin";
  return (
    <>
      <RefreshOnArrival campaignId={campaign.id} madeAt={Date.now()} lookAgainInMs={null} />
      {health.state === "without_source" || health.state === "waiting" ? (
        <NothingYet reason={health.state} sourceHref={isAdmin ? `/dashboard/campaigns/${campaign.id}/audio-sources` : null} />
      ) : (
        <div className="flex flex-col gap-4">
          {health.alarms.length > 0 && <CurrentAlarmList alarms={health.alarms} isAdmin={isAdmin} />}
          <div className="-mb-4">
            <HealthFigures
              health={health}
              refusedHref={isAdmin ? `/dashboard/reception?campaign=${campaign.id}&verdict=refused` : undefined}
            />
          </div>
          <DayChart day={health.today} timeZone={health.timeZone} />
        </div>
      )}
    </>
  );
}

async function NothingYet({ reason, sourceHref }: { reason: "without_source" | "waiting"; sourceHref: string | null }) {
  const t = await getTranslations("sourceHealth");
  const words = { without_source: ["noSource", "noSourceOthers"], waiting: ["waiting", "waitingOthers"] } as const;
  const [forAdmins, forOthers] = words[reason];
  return (
    <Panel>
      <EmptyState
        icon={reason === "waiting" ? Hourglass : Unplug}
        title={t(`states.${reason}`)}
        description={t(sourceHref ? forAdmins : forOthers)}
        action={sourceHref && <ButtonLink href={sourceHref}>{t("lookSource")}</ButtonLink>}
      />
    </Panel>
  );
}
