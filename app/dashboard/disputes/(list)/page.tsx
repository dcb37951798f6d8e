import { FilterX, Scale } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { z } from "zod";
import { ForwardLinks } from "@/components/data-table/forward-links";
import { DisputeTable } from "@/components/disputes/dispute-table";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { ButtonLink } from "@/components/ui/button-link";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { ClientMessages } from "@/components/ui/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { DISPUTE_STATUSES } from "@/db/enums";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listDisputedOperators } from "@/lib/disputes/list-disputed-operators";
import { listDisputes } from "@/lib/disputes/list-disputes";
import { listTaskCampaigns } from "@/lib/tasks/list-task-campaigns";
import { DisputeFilterBar } from "../dispute-filter-bar";
import { disputeListHref, loadDisputeSearchParams, SHOWN_DISPUTES } from "../search-params";

const PATH = "/dashboard/disputes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disputes"))("title") };
}

export default async function DisputesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadDisputeSearchParams(searchParams);
  const { show, campaign, operator, page: cursor } = params;
  const statuses = show === "closed" ? DISPUTE_STATUSES.filter((status) => status !== "open") : [show];
  const filters = { statuses, campaignId: campaign ?? undefined, operatorId: z.uuid().safeParse(operator).data };
  const [page, campaigns, operators, t] = await Promise.all([
    listDisputes({ viewer, filters, cursor }),
    listTaskCampaigns({ viewer }),
    listDisputedOperators({ viewer }),
    getTranslations("disputes"),
  ]);
  const here = (change: Partial<typeof params>) => disputeListHref(PATH, { ...params, page: "", ...change });
  const isNarrowed = show !== "open" || campaign !== null || operator !== null || cursor !== "";
  return (
    <ClientMessages namespaces={["disputes"]}>
      <PageHeader title={t("title")} description={t("description")} actions={<LiveTasks />} />
      <DisputeFilterBar
        campaigns={campaigns}
        operators={operators}
        choices={
          <ChoiceLinks
            label={t("list.filters.status")}
            className="flex-wrap"
            choices={SHOWN_DISPUTES.map((one) => ({
              label: one === "closed" ? t("list.filters.closed") : t(`statuses.${one}`),
              href: here({ show: one }),
              isCurrent: one === show,
            }))}
          />
        }
      >
        <Panel>
          {page.items.length > 0 ? (
            <DisputeTable disputes={page.items} isOpen={show === "open"} />
          ) : isNarrowed ? (
            <EmptyState
              icon={FilterX}
              title={t("list.emptyFiltered.title")}
              description={t("list.emptyFiltered.description")}
              action={
                <ButtonLink href={PATH} variant="outline">
                  {t("list.emptyFiltered.action")}
                </ButtonLink>
              }
            />
          ) : (
            <EmptyState icon={Scale} title={t("list.empty.title")} description={t("list.empty.description")} />
          )}
          <ForwardLinks
            label={t("list.pages")}
            firstHref={cursor === "" ? null : here({})}
            nextHref={page.nextCursor === null ? null : here({ page: page.nextCursor })}
          />
        </Panel>
      </DisputeFilterBar>
    </ClientMessages>
  );
}
