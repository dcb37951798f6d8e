import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageLinks } from "@/components/data-table/page-links";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { NoTasks } from "@/components/tasks/no-tasks";
import { TaskTable } from "@/components/tasks/task-table";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireViewer } from "@/lib/auth/require-viewer";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { listTaskCampaigns } from "@/lib/tasks/list-task-campaigns";
import { listTaskOperators } from "@/lib/tasks/list-task-operators";
import { listTasks } from "@/lib/tasks/list-tasks";
import { suggestOperators } from "../actions";
import { filtersOf } from "../filters-of";
import { loadTaskSearchParams, taskListHref } from "../search-params";
import { sortLinksOf } from "../sort-links-of";
import { TaskFilterBar } from "../task-filter-bar";

const PATH = "/dashboard/tasks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadTaskSearchParams(searchParams);
  const filters = filtersOf(params);
  const sort = { key: params.sort, order: params.order };
  const [page, campaigns, chosenOperators, t] = await Promise.all([
    listTasks({ viewer, filters, sort, cursor: params.page, limit: params.size }),
    listTaskCampaigns({ viewer }),
    filters.operatorIds?.length ? listTaskOperators({ viewer, ids: filters.operatorIds, limit: 100 }) : [],
    getTranslations("tasks"),
  ]);
  const here = (change: Partial<typeof params>) => taskListHref(PATH, { ...params, ...change });
  const list = here({ page: "", size: params.size });
  return (
    <ClientMessages namespaces={["tasks", "taskStatuses", "directions", "sources"]}>
      <PageHeader title={t("title")} description={t("description")} actions={<LiveTasks />} />
      <TaskFilterBar
        campaigns={campaigns}
        chosenOperators={chosenOperators}
        suggestOperators={viewer.role === "agent" ? null : suggestOperators}
      >
        <Panel>
          {page.items.length === 0 ? (
            <NoTasks reason={list === here({ ...NOTHING, page: "" }) ? viewer.role : "filters"} />
          ) : (
            // Another list is another table: rows are new only within one.
            <TaskTable key={`${list}${params.page}`} tasks={page.items} sortLinks={sortLinksOf(params, here)} />
          )}
          <PageLinks
            firstHref={page.previousCursor === null ? null : here({ page: "" })}
            previousHref={page.previousCursor === null ? null : here({ page: page.previousCursor })}
            nextHref={page.nextCursor === null ? null : here({ page: page.nextCursor })}
            sizes={PAGE_SIZES.map((size) => ({ size, href: here({ size, page: "" }), isCurrent: size === params.size }))}
          />
        </Panel>
      </TaskFilterBar>
    </ClientMessages>
  );
}

const NOTHING = { q: "", campaign: [], operator: [], status: [], direction: [], source: [], from: "", to: "" };
