import { ClipboardPen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { NoOperator } from "@/components/agents/no-operator";
import { AuditTable } from "@/components/audits/audit-table";
import { NoAudits } from "@/components/audits/no-audits";
import { PageLinks } from "@/components/data-table/page-links";
import { SavedViews } from "@/components/saved-views/saved-views";
import { LeftOut } from "@/components/tasks/left-out";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { canAudit } from "@/lib/audits/audit-access";
import { findCriterionQuestion } from "@/lib/audits/find-criterion-question";
import { listAuditors } from "@/lib/audits/list-auditors";
import { listAudits } from "@/lib/audits/list-audits";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listSupervisors } from "@/lib/campaigns/list-supervisors";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { listSavedViews } from "@/lib/saved-views/list-saved-views";
import { canShareViews } from "@/lib/saved-views/saved-view-access";
import { listTaskCampaigns } from "@/lib/tasks/list-task-campaigns";
import { listTaskOperators } from "@/lib/tasks/list-task-operators";
import { removeViewAction, saveViewAction } from "../../saved-views/actions";
import { AuditFilterBar } from "../audit-filter-bar";
import { filtersOf } from "../filters-of";
import { auditListHref, loadAuditSearchParams } from "../search-params";

const PATH = "/dashboard/audits";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("title") };
}

export default async function AuditsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await loadAuditSearchParams(searchParams);
  const filters = filtersOf(params);
  const isStaff = canAudit(viewer);
  const isUnlinked = viewer.role === "agent" && viewer.operatorId === null;
  const [page, campaigns, auditors, views, [operator], question, t] = await Promise.all([
    listAudits({ viewer, filters, cursor: params.page, limit: params.size }),
    listTaskCampaigns({ viewer }),
    listAuditors({ viewer }),
    listSavedViews({ viewer, list: "audits" }),
    filters.operatorId ? listTaskOperators({ viewer, ids: [filters.operatorId] }) : [],
    filters.criterionKey ? findCriterionQuestion({ viewer, key: filters.criterionKey }) : null,
    getTranslations("audits"),
  ]);
  const here = (change: Partial<typeof params>) => auditListHref(PATH, { ...params, page: "", ...change });
  const isUnfiltered = here({}) === auditListHref(PATH, { size: params.size }) && params.page === "";
  return (
    <ClientMessages namespaces={["audits", "auditStatuses", "auditSheet", "contactChannels", "conversions", "tasks", "savedViews"]}>
      <PageHeader
        title={t("title")}
        description={t(isStaff ? "description" : "descriptionOwn")}
        actions={
          <>
            <LiveTasks />
            <SavedViews
              views={views}
              canShare={canShareViews(viewer)}
              actions={{ save: saveViewAction.bind(null, "audits"), remove: removeViewAction }}
            />
            {isStaff && (
              <ButtonLink href={`${PATH}/new`}>
                <ClipboardPen aria-hidden />
                {t("manual")}
              </ButtonLink>
            )}
          </>
        }
      />
      {isUnlinked ? (
        <NoOperator people={await listSupervisors(viewer)} />
      ) : (
        <AuditFilterBar
          campaigns={campaigns}
          auditors={auditors}
          isOwn={!isStaff}
          operatorName={filters.operatorId ? (operator?.name ?? t("filters.operator")) : filters.hasNoOperator ? t("noOperator") : null}
          hasVersion={filters.versionId !== undefined}
          question={filters.criterionKey ? (question ?? t("filters.question")) : null}
        >
          <Panel>
            {page.leavesOut && <LeftOut />}
            {page.items.length === 0 ? (
              <NoAudits isFiltered={!isUnfiltered} isOwn={!isStaff} path={PATH} />
            ) : (
              <AuditTable audits={page.items} isOwn={!isStaff} />
            )}
            <PageLinks
              firstHref={page.previousCursor === null ? null : here({})}
              previousHref={page.previousCursor === null ? null : here({ page: page.previousCursor })}
              nextHref={page.nextCursor === null ? null : here({ page: page.nextCursor })}
              sizes={PAGE_SIZES.map((size) => ({ size, href: here({ size }), isCurrent: size === params.size }))}
            />
          </Panel>
        </AuditFilterBar>
      )}
    </ClientMessages>
  );
}
