import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { SearchForm } from "@/components/ui/search-form";
import type { CampaignArchiveFilter } from "@/lib/campaigns/campaign-state";

type CampaignFiltersProps = {
  path: string;
  search: string;
  show: CampaignArchiveFilter;
  links: { filter: CampaignArchiveFilter; href: string }[];
};

/** Narrows the list of campaigns by text and by whether they are archived. All of it lives in the address. */
export function CampaignFilters({ path, search, show, links }: CampaignFiltersProps) {
  const t = useTranslations("campaigns");
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <SearchForm
        path={path}
        search={search}
        label={t("searchLabel")}
        placeholder={t("searchPlaceholder")}
        submitLabel={t("searchSubmit")}
        kept={{ show: show === "active" ? "" : show }}
        className="sm:w-72"
      />
      <ChoiceLinks
        label={t("archiveFilter")}
        choices={links.map(({ filter, href }) => ({ label: t(`archiveFilters.${filter}`), href, isCurrent: filter === show }))}
      />
    </div>
  );
}
