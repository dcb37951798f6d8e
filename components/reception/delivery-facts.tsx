import Link from "next/link";
import { useTranslations } from "next-intl";
import { ByteSize } from "@/components/ui/byte-size";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import { InertText } from "@/components/ui/inert-text";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { DeliveryDetails } from "@/lib/reception/read-delivery";

/** When a delivery came, from whom, for whom, and what was answered. */
export function DeliveryFacts({ delivery, campaign, apiKey }: Pick<DeliveryDetails, "delivery" | "campaign" | "apiKey">) {
  const t = useTranslations("reception.facts");
  const tSources = useTranslations("sources");
  const { id, campaignId, headers } = delivery;
  return (
    <Facts
      facts={[
        {
          label: t("receipt"),
          value: (
            <span className="inline-flex items-center gap-1">
              <code className="min-w-0 font-mono text-xs wrap-anywhere">{id}</code>
              <CopyButton value={id} name={t("receipt")} />
            </span>
          ),
        },
        { label: t("received"), value: <TimeWithZone value={delivery.receivedAt} /> },
        { label: t("answer"), value: t("status", { status: String(delivery.responseStatus) }) },
        { label: t("event"), value: delivery.eventKind && <InertText text={delivery.eventKind} /> },
        {
          label: t("campaign"),
          value:
            campaign === null ? (
              campaignId !== null && t("noCampaign", { id: campaignId })
            ) : (
              <Link href={`/dashboard/campaigns/${campaign.id}`} className="text-accent hover:underline">
                {campaign.name} #{campaign.id}
              </Link>
            ),
        },
        { label: t("source"), value: tSources(delivery.source) },
        {
          label: t("key"),
          value: apiKey && (
            <>
              {apiKey.name} <span className="text-muted">…{apiKey.last4}</span>
            </>
          ),
        },
        { label: t("address"), value: <InertText text={delivery.remoteAddress} /> },
        { label: t("agent"), value: headers["user-agent"] && <InertText text={headers["user-agent"]} /> },
        { label: t("type"), value: delivery.contentType && <InertText text={delivery.contentType} /> },
        { label: t("size"), value: <ByteSize bytes={delivery.raw.length} /> },
      ].map(({ label, value }) => ({ label, value: value || null }))}
    />
  );
}
