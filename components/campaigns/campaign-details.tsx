import { useFormatter, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { CampaignDetail } from "@/lib/campaigns/get-campaign";

type CampaignDetailsProps = { campaign: CampaignDetail; installationTimeZone: string };

/** What a campaign is, for those who may look but not change it. */
export function CampaignDetails({ campaign, installationTimeZone }: CampaignDetailsProps) {
  const t = useTranslations("campaigns");
  const tSources = useTranslations("sources");
  const format = useFormatter();
  const { name, description, source, timeZone, passingScore, supervisorEmails, retentionDays, disputeDays } = campaign;
  return (
    <Panel className="max-w-2xl">
      <Facts
        facts={[
          { label: t("details.name"), value: name },
          { label: t("details.description"), value: description },
          { label: t("details.source"), value: source === null ? t("noSource") : tSources(source) },
          { label: t("details.passingScore"), value: format.number(passingScore, { maximumFractionDigits: 2 }) },
          { label: t("details.supervisorEmails"), value: supervisorEmails.length > 0 ? <Addresses addresses={supervisorEmails} /> : null },
          {
            label: t("details.retention"),
            value: retentionDays === null ? t("details.retentionForGood") : t("details.retentionDays", { days: retentionDays }),
          },
          { label: t("details.disputeDays"), value: t("details.disputeDaysValue", { days: disputeDays }) },
          { label: t("details.timeZone"), value: timeZone ?? t("form.timeZoneInstallation", { zone: installationTimeZone }) },
        ]}
      />
    </Panel>
  );
}

function Addresses({ addresses }: { addresses: string[] }) {
  return (
    <ul>
      {addresses.map((address) => (
        <li key={address}>
          <a href={`mailto:${address}`} className="inline-flex min-h-6 items-center rounded-sm text-accent underline">
            {address}
          </a>
        </li>
      ))}
    </ul>
  );
}
