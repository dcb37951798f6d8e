import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageLinks } from "@/components/data-table/page-links";
import { OutcomeCallTable } from "@/components/outcomes/outcome-call-table";
import { EmptyReport } from "@/components/reports/empty-report";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireViewer } from "@/lib/auth/require-viewer";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { getOutcomeQuality } from "@/lib/reports/outcomes/get-outcome-quality";
import { getOutcomeReport } from "@/lib/reports/outcomes/get-outcome-report";
import { listOutcomeCalls } from "@/lib/reports/outcomes/list-outcome-calls";
import { OUTCOME_SUBSETS } from "@/lib/reports/outcomes/outcome-filters";
import { filterChoices } from "../filter-choices";
import { filtersOf } from "../filters-of";
import { OutcomeFilterBar } from "../outcome-filter-bar";
import { loadOutcomeCallsParams, outcomeCallsHref, outcomeReportHref } from "../search-params";

const REPORT = "/dashboard/reports/outcomes";
const PATH = `${REPORT}/calls`;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outcomeCalls"))("title") };
}

export default async function OutcomeCallsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadOutcomeCallsParams(searchParams);
  const { only, size, after, before, ...asked } = params;
  const filters = filtersOf(params);
  const [page, { total }, quality, choices, t, tOutcomes] = await Promise.all([
    listOutcomeCalls({ viewer, filters, subset: only, after, before, limit: size }),
    getOutcomeReport({ viewer, by: "campaign", filters }),
    only === "audited" ? getOutcomeQuality({ viewer, by: "campaign", filters }) : null,
    filterChoices({ viewer, filters }),
    getTranslations("outcomeCalls"),
    getTranslations("outcomes"),
  ]);
  const here = (change: Partial<typeof params>) => outcomeCallsHref(PATH, { ...params, after: null, before: null, ...change });
  const countOf = {
    all: total.calls,
    connected: total.connected,
    converted: total.converted,
    duplicates: total.duplicates,
    audited: quality?.total?.audits ?? 0,
  };
  return (
    <ClientMessages namespaces={["outcomeFilters", "reportRange"]}>
      <PageHeader
        trail={[{ label: tOutcomes("title"), href: outcomeReportHref(REPORT, asked) }]}
        title={t("title")}
        description={t("description", { count: countOf[only ?? "all"] })}
      />
      <OutcomeFilterBar {...choices}>
        <ChoiceLinks
          label={t("subset")}
          choices={([null, ...OUTCOME_SUBSETS] as const).map((subset) => ({
            label: t(`subsets.${subset ?? "all"}`),
            href: here({ only: subset }),
            isCurrent: subset === only,
          }))}
          className="mb-3 w-fit flex-wrap"
        />
        <Panel>
          {page.items.length === 0 ? (
            <EmptyReport report="outcomes" icon={ChartNoAxesColumn} reason="filters" actors={["admin"]} clearHref={PATH} />
          ) : (
            <OutcomeCallTable calls={page.items} hasMoney={total.money !== null} />
          )}
          <PageLinks
            firstHref={page.previousCursor === null ? null : here({})}
            previousHref={page.previousCursor === null ? null : here({ before: page.previousCursor })}
            nextHref={page.nextCursor === null ? null : here({ after: page.nextCursor })}
            sizes={PAGE_SIZES.map((one) => ({ size: one, href: here({ size: one }), isCurrent: one === size }))}
          />
        </Panel>
      </OutcomeFilterBar>
    </ClientMessages>
  );
}
