import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageLinks } from "@/components/data-table/page-links";
import { DeliveryTable } from "@/components/reception/delivery-table";
import { LiveLog } from "@/components/reception/live-log";
import { NoDeliveries } from "@/components/reception/no-deliveries";
import { ReceptionTabs } from "@/components/reception/reception-tabs";
import { SavedViews } from "@/components/saved-views/saved-views";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listApiKeyNames } from "@/lib/api-keys/list-api-key-names";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { listDeliveries } from "@/lib/reception/list-deliveries";
import { listSavedViews } from "@/lib/saved-views/list-saved-views";
import { canShareViews } from "@/lib/saved-views/saved-view-access";
import { listTaskCampaigns } from "@/lib/tasks/list-task-campaigns";
import { removeViewAction, saveViewAction } from "../../saved-views/actions";
import { DeliveryFilterBar } from "../delivery-filter-bar";
import { filtersOf } from "../filters-of";
import { deliveryListHref, loadDeliverySearchParams, replayHref } from "../search-params";

const PATH = "/dashboard/reception";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reception"))("title") };
}

export default async function ReceptionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadDeliverySearchParams(searchParams);
  const { after, before, size, ...filters } = params;
  const [page, campaigns, apiKeys, views, t] = await Promise.all([
    orNotFound(listDeliveries({ actor: viewer, filters: filtersOf(filters), after, before, limit: size })),
    listTaskCampaigns({ viewer }),
    orNotFound(listApiKeyNames({ actor: viewer })),
    listSavedViews({ viewer, list: "deliveries" }),
    getTranslations("reception"),
  ]);
  const list = deliveryListHref(PATH, { ...filters, size });
  const isFiltered = deliveryListHref(PATH, filters) !== PATH;
  const rows = page.items.map(({ warnings, ...item }) => ({ ...item, warningCount: warnings.length }));
  return (
    <ClientMessages namespaces={["reception", "verdicts", "deliveryReasons", "sources", "savedViews"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <LiveLog />
            <SavedViews
              views={views}
              canShare={canShareViews(viewer)}
              actions={{ save: saveViewAction.bind(null, "deliveries"), remove: removeViewAction }}
            />
            <ButtonLink href={replayHref(`${PATH}/replay`, { ...filters, verdict: [] })} variant="outline" prefetch={false}>
              {t("replayRefused")}
            </ButtonLink>
          </>
        }
      />
      <ReceptionTabs current="deliveries" />
      <DeliveryFilterBar campaigns={campaigns} apiKeys={apiKeys}>
        <Panel>
          {rows.length === 0 ? (
            <NoDeliveries isFiltered={isFiltered} />
          ) : (
            // Another list is another table: rows are new only within one.
            <DeliveryTable key={`${list}${after}${before}`} deliveries={rows} />
          )}
          <PageLinks
            firstHref={page.previousCursor === null ? null : list}
            previousHref={page.previousCursor === null ? null : deliveryListHref(PATH, { ...filters, size, before: page.previousCursor })}
            nextHref={page.nextCursor === null ? null : deliveryListHref(PATH, { ...filters, size, after: page.nextCursor })}
            sizes={PAGE_SIZES.map((one) => ({
              size: one,
              href: deliveryListHref(PATH, { ...filters, size: one }),
              isCurrent: one === size,
            }))}
          />
        </Panel>
      </DeliveryFilterBar>
    </ClientMessages>
  );
}
