import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { Figures } from "@/components/overview/figures";
import { UnavailableCalls } from "@/components/overview/unavailable-calls";
import { Welcome } from "@/components/overview/welcome";
import { SourceHealthPanel } from "@/components/source-health/source-health-panel";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { NoTasks } from "@/components/tasks/no-tasks";
import { TaskTable } from "@/components/tasks/task-table";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { listCallsWithoutTask } from "@/lib/calls/list-calls-without-task";
import { getOverview, type Overview } from "@/lib/overview/get-overview";
import { listSourceHealth } from "@/lib/source-health/list-source-health";
import { listTasks } from "@/lib/tasks/list-tasks";
import { retryRecording } from "../actions";
import { OwnOverview } from "./own-overview";

const LATEST_TASKS = 10;
const SHOWN_SOURCES = 8;
const SHOWN_UNAVAILABLE = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  if (viewer.role === "agent") return <OwnOverview viewer={viewer} searchParams={searchParams} />;
  const [overview, sources, latest, unavailable, t] = await Promise.all([
    getOverview({ viewer }),
    listSourceHealth({ viewer, limit: SHOWN_SOURCES }),
    listTasks({ viewer, limit: LATEST_TASKS }),
    canSeeReception(viewer) ? listCallsWithoutTask({ viewer, status: "unavailable", limit: SHOWN_UNAVAILABLE }) : null,
    getTranslations("overview"),
  ]);
  if (!overview.hasCampaigns && viewer.role === "admin") return <Welcome />;
  return (
    <ClientMessages namespaces={["overview", "tasks", "taskStatuses", "directions", "sources"]}>
      <PageHeader title={t("title")} description={t("description")} actions={<LiveTasks />} />
      <OverviewFigures overview={overview} hasDeliveries={canSeeReception(viewer)} />
      {sources.total > 0 && <SourceHealthPanel sources={sources} />}
      {unavailable && unavailable.items.length > 0 && <UnavailableCalls calls={unavailable.items} retry={retryRecording} />}
      <Panel
        title={t("latestTasks")}
        actions={
          <Link href="/dashboard/tasks" className="rounded-sm text-accent hover:underline">
            {t("allTasks")}
          </Link>
        }
      >
        {latest.items.length === 0 ? <NoTasks reason={viewer.role} /> : <TaskTable tasks={latest.items} searched="" sortLinks={{}} />}
      </Panel>
    </ClientMessages>
  );
}

async function OverviewFigures({ overview, hasDeliveries }: { overview: Overview; hasDeliveries: boolean }) {
  const [t, format] = await Promise.all([getTranslations("overview"), getFormatter()]);
  const { tasksToday, tasksYesterday, failedTasks, waitingRecordings, unavailableRecordings, lastDeliveryAt } = overview;
  const lastDelivery = {
    label: t("lastDelivery"),
    value: (
      <span className="block py-1 text-base leading-6">
        {lastDeliveryAt ? <TimeWithZone value={lastDeliveryAt} isBrief /> : t("lastDeliveryNone")}
      </span>
    ),
  };
  return (
    <Figures
      figures={[
        {
          label: t("tasksToday"),
          value: format.number(tasksToday),
          help: t("tasksYesterday", { count: format.number(tasksYesterday) }),
          href: "/dashboard/tasks",
        },
        {
          label: t("failedTasks"),
          value: format.number(failedTasks),
          help: t("failedHelp"),
          href: "/dashboard/tasks?status=failed",
          tone: failedTasks > 0 ? "danger" : undefined,
        },
        {
          label: t("waitingRecordings"),
          value: format.number(waitingRecordings),
          help: t("waitingHelp"),
          href: "/dashboard/calls?status=pending",
        },
        {
          label: t("unavailableRecordings"),
          value: format.number(unavailableRecordings),
          help: t("unavailableHelp"),
          href: "/dashboard/calls",
          tone: unavailableRecordings > 0 ? "danger" : undefined,
        },
        ...(hasDeliveries ? [lastDelivery] : []),
      ]}
    />
  );
}
