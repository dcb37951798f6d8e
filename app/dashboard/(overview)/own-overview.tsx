import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { NoOperator } from "@/components/agents/no-operator";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { NoTasks } from "@/components/tasks/no-tasks";
import { TaskTable } from "@/components/tasks/task-table";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { Viewer } from "@/lib/auth/viewer";
import { listSupervisors } from "@/lib/campaigns/list-supervisors";
import { listTasks } from "@/lib/tasks/list-tasks";
import { AgentQuality } from "../agent-quality";
import { loadTrendSearchParams, trendHref } from "../trend-search-params";

const LATEST_TASKS = 10;

/** An agent's home: how their calls were audited, what waits for them, and their latest calls. */
export async function OwnOverview({ viewer, searchParams }: { viewer: Viewer; searchParams: Promise<SearchParams> }) {
  const { operatorId, campaignIds } = viewer;
  const [{ trend }, t, tOverview] = await Promise.all([
    loadTrendSearchParams(searchParams),
    getTranslations("agentHome"),
    getTranslations("overview"),
  ]);
  if (operatorId === null)
    return (
      <>
        <PageHeader title={t("title")} />
        <NoOperator people={await listSupervisors({ campaignIds })} />
      </>
    );
  const latest = await listTasks({ viewer, limit: LATEST_TASKS });
  return (
    <ClientMessages namespaces={["tasks", "taskStatuses", "directions", "sources"]}>
      <PageHeader title={t("title")} description={t("description")} actions={<LiveTasks />} />
      <AgentQuality viewer={viewer} operatorId={operatorId} grain={trend} hrefOf={(one) => trendHref("/dashboard", { trend: one })} />
      <Panel
        title={tOverview("latestTasks")}
        actions={
          <Link href="/dashboard/tasks" className="rounded-sm text-accent hover:underline">
            {tOverview("allTasks")}
          </Link>
        }
      >
        {latest.items.length === 0 ? <NoTasks reason={viewer.role} /> : <TaskTable tasks={latest.items} searched="" sortLinks={{}} />}
      </Panel>
    </ClientMessages>
  );
}
