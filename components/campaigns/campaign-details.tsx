import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { CampaignDetail } from "@/lib/campaigns/get-campaign";

type CampaignDetailsProps = { campaign: CampaignDetail; installationTimeZone: string };

/** What a campaign is, for those who may look but not change it. */
export function CampaignDetails({ campaign, installationTimeZone }: CampaignDetailsProps) {
  const t = useTranslations("campaigns");
  const tSources = useTranslations("sources");
  const { name, description, source, timeZone } = campaign;
  return (
    <Panel className="max-w-2xl">
      <Facts
        facts={[
          { label: t("details.name"), value: name },
          { label: t("details.description"), value: description },
          { label: t("details.source"), value: source === null ? t("noSource") : tSources(source) },
          { label: t("details.timeZone"), value: timeZone ?? t("form.timeZoneInstallation", { zone: installationTimeZone }) },
        ]}
      />
    </Panel>
  );
}
