import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { CampaignFilters } from "@/components/campaigns/campaign-filters";
import { CampaignTable } from "@/components/campaigns/campaign-table";
import { NoCampaigns } from "@/components/campaigns/no-campaigns";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { CAMPAIGN_ARCHIVE_FILTERS } from "@/lib/campaigns/campaign-state";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { campaignsHref, loadCampaignsSearchParams } from "../search-params";

const PATH = "/dashboard/campaigns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("title") };
}

export default async function CampaignsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { q, show, after } = await loadCampaignsSearchParams(searchParams);
  const [page, t] = await Promise.all([listCampaigns({ viewer, search: q, archived: show, cursor: after }), getTranslations("campaigns")]);
  const isUnfiltered = q === "" && show === "active" && after === null;
  const isAdmin = viewer.role === "admin";
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          isAdmin && (
            <ButtonLink href={`${PATH}/new`}>
              <Plus aria-hidden />
              {t("create")}
            </ButtonLink>
          )
        }
      />
      <CampaignFilters
        path={PATH}
        search={q}
        show={show}
        links={CAMPAIGN_ARCHIVE_FILTERS.map((filter) => ({ filter, href: campaignsHref(PATH, { q, show: filter }) }))}
      />
      <Panel>
        {page.items.length === 0 ? (
          <NoCampaigns reason={!isUnfiltered ? "search" : isAdmin ? "none" : "unassigned"} path={PATH} />
        ) : (
          <CampaignTable
            campaigns={page.items}
            hasHealth={canSeeReception(viewer)}
            path={PATH}
            firstHref={after === null ? null : campaignsHref(PATH, { q, show })}
            nextHref={page.nextCursor === null ? null : campaignsHref(PATH, { q, show, after: page.nextCursor })}
          />
        )}
      </Panel>
    </>
  );
}
