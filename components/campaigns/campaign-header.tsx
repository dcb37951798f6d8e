import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import type { CampaignDetail } from "@/lib/campaigns/get-campaign";
import { ArchivedChip } from "./archived-chip";

/** Which campaign a page is about, by the number that platforms are given. */
export function CampaignHeader({ campaign: { id, name, archivedAt } }: { campaign: CampaignDetail }) {
  const t = useTranslations("campaigns");
  return (
    <PageHeader
      title={t("number", { id })}
      besideTitle={<CopyButton value={String(id)} name={t("numberLabel")} />}
      description={
        <span className="flex flex-wrap items-center gap-2 wrap-anywhere">
          {name}
          {archivedAt !== null && <ArchivedChip />}
        </span>
      }
      trail={[{ label: t("title"), href: "/dashboard/campaigns" }]}
    />
  );
}
