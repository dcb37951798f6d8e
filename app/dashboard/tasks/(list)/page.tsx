import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageLinks } from "@/components/data-table/page-links";
import { SavedViews } from "@/components/saved-views/saved-views";
import type { BulkKind } from "@/components/tasks/bulk-actions";
import { ExportMenu } from "@/components/tasks/export-menu";
import { LeftOut } from "@/components/tasks/left-out";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { NoTasks } from "@/components/tasks/no-tasks";
import { TaskList } from "@/components/tasks/task-list";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { canAudit } from "@/lib/audits/audit-access";
import { requireViewer } from "@/lib/auth/require-viewer";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";
import { listOutcomeNames } from "@/lib/outcomes/list-outcome-names";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { listSavedViews } from "@/lib/saved-views/list-saved-views";
import { canShareViews } from "@/lib/saved-views/saved-view-access";
import { listVisibleTags } from "@/lib/tags/list-visible-tags";
import { mayTagTasks } from "@/lib/tags/tag-access";
import { canAssignOperators } from "@/lib/tasks/bulk/bulk-access";
import { listTaskCampaigns } from "@/lib/tasks/list-task-campaigns";
import { listTaskOperators } from "@/lib/tasks/list-task-operators";
import { listTasks } from "@/lib/tasks/list-tasks";
import { canRequestTranscription } from "@/lib/transcription/transcription-access";
import { cancelJobAction } from "../../jobs/actions";
import { removeViewAction, saveViewAction } from "../../saved-views/actions";
import { suggestOperators } from "../actions";
import { countMatchingTasks, listTags, orderBulk, suggestAssignableOperators } from "../bulk-actions";
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
  const [page, campaigns, tags, outcomeNames, views, chosenOperators, t] = await Promise.all([
    listTasks({ viewer, filters, sort, cursor: params.page, limit: params.size }),
    listTaskCampaigns({ viewer }),
    listVisibleTags({ viewer }),
    listOutcomeNames({ viewer }),
    listSavedViews({ viewer, list: "tasks" }),
    filters.operatorIds?.length ? listTaskOperators({ viewer, ids: filters.operatorIds, limit: 100 }) : [],
    getTranslations("tasks"),
  ]);
  const here = (change: Partial<typeof params>) => taskListHref(PATH, { ...params, ...change });
  const list = here({ page: "", size: params.size });
  const exportHref = (format: string) =>
    `${PATH}/export${taskListHref({ ...params, page: "" }) || "?"}&format=${format}`.replace("?&", "?");
  const kinds: BulkKind[] = [
    ...(canAssignOperators(viewer) ? ["assign_operator" as const] : []),
    ...(mayTagTasks(viewer) && tags.length > 0 ? ["tag_tasks" as const, "untag_tasks" as const] : []),
    ...(canAudit(viewer) ? ["audit_tasks" as const] : []),
    ...(canRequestTranscription(viewer) ? ["analyse_tasks" as const] : []),
  ];
  return (
    <ClientMessages namespaces={["tasks", "taskStatuses", "directions", "sources", "conversions", "savedViews", "jobs"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <LiveTasks />
            <SavedViews
              views={views}
              canShare={canShareViews(viewer)}
              actions={{ save: saveViewAction.bind(null, "tasks"), remove: removeViewAction }}
            />
            <ExportMenu csvHref={exportHref("csv")} xlsxHref={exportHref("xlsx")} />
          </>
        }
      />
      <TaskFilterBar
        campaigns={campaigns}
        tags={tags}
        outcomeNames={outcomeNames}
        chosenOperators={chosenOperators}
        suggestOperators={viewer.role === "agent" ? null : suggestOperators}
      >
        <Panel>
          {page.leavesOut && <LeftOut />}
          {page.items.length === 0 ? (
            <NoTasks reason={list === here({ ...NOTHING, page: "" }) ? viewer.role : "filters"} />
          ) : (
            // Another list is another table: rows are new only within one.
            <TaskList
              key={`${list}${params.page}`}
              tasks={page.items}
              searched={params.q}
              sortLinks={sortLinksOf(params, here)}
              query={taskListHref({ ...params, page: "" }).slice(1)}
              hasMore={page.nextCursor !== null || page.previousCursor !== null}
              kinds={kinds}
              hasLanguageModel={isLanguageModelConfigured()}
              actions={{
                countMatching: countMatchingTasks,
                order: orderBulk,
                cancelJob: cancelJobAction,
                suggestOperators: suggestAssignableOperators,
                listTags,
              }}
            />
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

const NOTHING = {
  ...{ q: "", campaign: [], operator: [], status: [], direction: [], source: [], tag: [] },
  ...{ conversion: [], buyer: [], publisher: [] },
  ...{ from: "", to: "", scoreFrom: null, scoreTo: null, revenueFrom: null, revenueTo: null },
};
