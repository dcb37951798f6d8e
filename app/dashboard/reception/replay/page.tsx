import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ReplayRefused } from "@/components/reception/replay-refused";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listApiKeyNames } from "@/lib/api-keys/list-api-key-names";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { countRefusedDeliveries } from "@/lib/reception/count-refused-deliveries";
import { listReplayCampaigns } from "@/lib/reception/list-replay-campaigns";
import { listTaskCampaigns } from "@/lib/tasks/list-task-campaigns";
import { cancelJobAction } from "../../jobs/actions";
import { requestReplayAction } from "../actions";
import { DeliveryFilterBar } from "../delivery-filter-bar";
import { filtersOf } from "../filters-of";
import { refusedOf } from "../refused-of";
import { deliveryListHref, loadReplaySearchParams } from "../search-params";
import { TargetSelect } from "../target-select";

const LIST_PATH = "/dashboard/reception";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reception"))("bulk.title") };
}

export default async function ReplayPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { target: wantedTarget, ...address } = await loadReplaySearchParams(searchParams);
  const filters = filtersOf(address);
  const [targets, campaigns, apiKeys, t] = await Promise.all([
    orNotFound(listReplayCampaigns({ actor: viewer })),
    listTaskCampaigns({ viewer }),
    orNotFound(listApiKeyNames({ actor: viewer })),
    getTranslations("reception"),
  ]);
  const target = targets.find(({ id }) => id === wantedTarget) ?? null;
  const params = refusedOf({ filters, target: target?.id ?? null, now: new Date() });
  const count = await countRefusedDeliveries({ viewer, params });
  const { receivedBefore: _, ...order } = params;
  return (
    <ClientMessages namespaces={["reception", "verdicts", "deliveryReasons", "sources", "jobs"]}>
      <PageHeader trail={[{ label: t("title"), href: LIST_PATH }]} title={t("bulk.title")} description={t("bulk.description")} />
      <DeliveryFilterBar isRefusedOnly campaigns={campaigns} apiKeys={apiKeys}>
        <Panel>
          <div className="flex flex-col gap-4 p-4">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="text-lg font-semibold tabular-nums">{t("bulk.count", { count })}</span>
              <ButtonLink
                href={deliveryListHref(LIST_PATH, { ...address, verdict: ["refused"] })}
                variant="ghost"
                size="sm"
                prefetch={false}
              >
                {t("bulk.show")}
              </ButtonLink>
            </p>
            <TargetSelect campaigns={targets} />
            <ReplayRefused
              count={count}
              target={target}
              request={requestReplayAction.bind(null, order, filters.receivedBefore?.toISOString() ?? null)}
              cancel={cancelJobAction}
            />
          </div>
        </Panel>
      </DeliveryFilterBar>
    </ClientMessages>
  );
}
