import { GitMerge } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { LikelyDuplicates } from "@/components/operators/likely-duplicates";
import { OperatorHistory } from "@/components/operators/operator-history";
import { OperatorMerges } from "@/components/operators/operator-merges";
import { OperatorNotices } from "@/components/operators/operator-notices";
import { TaskTable } from "@/components/tasks/task-table";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listLikes } from "@/lib/operators/duplicates/list-likes";
import { getOperator } from "@/lib/operators/get-operator";
import { listOperatorHistory } from "@/lib/operators/list-operator-history";
import { listOperatorMerges } from "@/lib/operators/merging/list-operator-merges";
import { listTasks } from "@/lib/tasks/list-tasks";
import { AgentQuality } from "../../agent-quality";
import { loadTrendSearchParams, trendHref } from "../../trend-search-params";
import { tellApartAction, undoMergeAction } from "../actions";
import { loadOperatorPageSearchParams } from "../search-params";
import { OperatorSettings } from "./operator-settings";

type OperatorPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const TASKS_SHOWN = 10;

const requestedOperator = cache(async (id: string) => {
  const viewer = await requireViewer();
  return { viewer, operator: await orNotFound(getOperator({ viewer, id })) };
});

export async function generateMetadata({ params }: OperatorPageProps): Promise<Metadata> {
  const { operator } = await requestedOperator((await params).id);
  return { title: operator.name };
}

export default async function OperatorPage({ params, searchParams }: OperatorPageProps) {
  const { viewer, operator } = await requestedOperator((await params).id);
  const { merged } = await loadOperatorPageSearchParams(searchParams);
  const { trend } = await loadTrendSearchParams(searchParams);
  const { id, mergedInto, canEdit } = operator;
  const [tasks, merges, history, likes, t, tHome] = await Promise.all([
    listTasks({ viewer, filters: { operatorIds: [id] }, limit: TASKS_SHOWN }),
    listOperatorMerges({ operatorId: id }),
    listOperatorHistory({ operatorId: id }),
    mergedInto || !canEdit ? [] : listLikes({ viewer, id }),
    getTranslations("operators"),
    getTranslations("agentHome"),
  ]);
  return (
    <ClientMessages namespaces={["operators", "tasks", "taskStatuses", "directions", "sources"]}>
      <PageHeader
        title={operator.name}
        trail={[{ label: t("title"), href: "/dashboard/operators" }]}
        actions={
          canEdit &&
          !mergedInto && (
            <ButtonLink href={`/dashboard/operators/merge?source=${id}`} variant="outline" prefetch={false}>
              <GitMerge aria-hidden />
              {t("page.merge")}
            </ButtonLink>
          )
        }
      />
      <OperatorNotices operator={operator} justMerged={merges.find((merge) => merge.id === merged && merge.canUndo) ?? null} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {!mergedInto && (
            <section aria-labelledby="quality">
              <h2 id="quality" className="mb-2 text-base font-semibold">
                {tHome("titleOthers")}
              </h2>
              <AgentQuality
                viewer={viewer}
                operatorId={id}
                grain={trend}
                hrefOf={(one) => trendHref(`/dashboard/operators/${id}`, { trend: one })}
              />
            </section>
          )}
          <Panel
            title={t("page.tasks")}
            actions={
              tasks.items.length > 0 && (
                <ButtonLink href={`/dashboard/tasks?operator=${id}`} size="sm" variant="ghost" prefetch={false}>
                  {t("page.allTasks")}
                </ButtonLink>
              )
            }
          >
            {tasks.items.length === 0 ? (
              <p className="p-4 text-muted">{t("page.noTasks")}</p>
            ) : (
              <TaskTable tasks={tasks.items} searched="" sortLinks={{}} />
            )}
          </Panel>
          {likes.length > 0 && (
            <Panel title={t("duplicates.title")}>
              <LikelyDuplicates pairs={likes} tellApart={(one, other) => tellApartAction.bind(null, one, other)} />
            </Panel>
          )}
          {merges.length > 0 && (
            <Panel title={t("merges.title")}>
              <OperatorMerges merges={merges} undo={canEdit ? (mergeId) => undoMergeAction.bind(null, mergeId) : null} />
            </Panel>
          )}
          <Panel title={t("history.title")}>
            <OperatorHistory entries={history} />
          </Panel>
        </div>
        <OperatorSettings viewer={viewer} operator={operator} />
      </div>
    </ClientMessages>
  );
}
