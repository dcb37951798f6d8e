import { ArchiveCampaign } from "@/components/campaigns/archive-campaign";
import { CampaignDetails } from "@/components/campaigns/campaign-details";
import { CampaignForm } from "@/components/campaigns/campaign-form";
import { RestoreCampaign } from "@/components/campaigns/restore-campaign";
import { NoScorecardNotice } from "@/components/scorecards/no-scorecard-notice";
import { ClientMessages } from "@/components/ui/client-messages";
import { Panel } from "@/components/ui/panel";
import { DEFAULT_DISPUTE_DAYS, DEFAULT_PASSING_SCORE } from "@/lib/campaigns/campaign-input";
import { listTimeZones } from "@/lib/campaigns/list-time-zones";
import { env } from "@/lib/env";
import { isCampaignAuditable } from "@/lib/scorecards/is-campaign-auditable";
import { mayEditScorecard } from "@/lib/scorecards/scorecard-access";
import { archiveCampaignAction, restoreCampaignAction, updateCampaignAction } from "../actions";
import { requestedCampaign } from "./requested-campaign";

export default async function CampaignPage({ params }: { params: Promise<{ id: string }> }) {
  const { viewer, campaign } = await requestedCampaign((await params).id);
  const { id, name, timeZone, archivedAt } = campaign;
  const notice = (await isCampaignAuditable(id)) ? null : <NoScorecardNotice campaignId={id} mayEdit={mayEditScorecard(viewer, id)} />;
  if (viewer.role !== "admin")
    return (
      <>
        {notice}
        <CampaignDetails campaign={campaign} installationTimeZone={env.TIME_ZONE} />
      </>
    );
  return (
    <ClientMessages namespaces={["campaigns"]}>
      {notice}
      <div className="flex max-w-2xl flex-col gap-5">
        {archivedAt !== null && <RestoreCampaign restore={restoreCampaignAction.bind(null, id)} />}
        <Panel className="p-4">
          <CampaignForm
            action={updateCampaignAction.bind(null, id)}
            campaign={campaign}
            defaultPassingScore={DEFAULT_PASSING_SCORE}
            defaultDisputeDays={DEFAULT_DISPUTE_DAYS}
            installationTimeZone={env.TIME_ZONE}
            timeZones={listTimeZones({ current: timeZone, now: new Date() })}
          />
        </Panel>
        {archivedAt === null && <ArchiveCampaign name={name} archive={archiveCampaignAction.bind(null, id)} />}
      </div>
    </ClientMessages>
  );
}
