import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { CallTable } from "@/components/calls/call-table";
import { NoCalls } from "@/components/calls/no-calls";
import { RecordingStatusFilter } from "@/components/calls/recording-status-filter";
import { PageLinks } from "@/components/data-table/page-links";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireViewer } from "@/lib/auth/require-viewer";
import { listCallsWithoutTask } from "@/lib/calls/list-calls-without-task";
import { MISSING_RECORDING_STATUSES } from "@/lib/calls/missing-recording-statuses";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { callsHref, loadCallsSearchParams } from "../search-params";

const PATH = "/dashboard/calls";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("title") };
}

export default async function CallsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const { status, size, after, before } = await loadCallsSearchParams(searchParams);
  const [page, t, tOverview] = await Promise.all([
    listCallsWithoutTask({ viewer, status, after, before, limit: size }),
    getTranslations("calls"),
    getTranslations("overview"),
  ]);
  return (
    <ClientMessages namespaces={["calls", "tasks", "directions", "attemptReasons"]}>
      <PageHeader
        trail={[{ label: tOverview("title"), href: "/dashboard" }]}
        title={t("title")}
        description={t("description")}
        actions={<LiveTasks />}
      />
      <RecordingStatusFilter
        current={status}
        links={MISSING_RECORDING_STATUSES.map((one) => ({ status: one, href: callsHref(PATH, { status: one, size }) }))}
      />
      <Panel>
        {page.items.length === 0 ? (
          <NoCalls status={status} />
        ) : (
          // Another list is another table: rows are new only within one.
          <CallTable key={`${status}${size}${after}${before}`} calls={page.items} />
        )}
        <PageLinks
          firstHref={page.previousCursor === null ? null : callsHref(PATH, { status, size })}
          previousHref={page.previousCursor === null ? null : callsHref(PATH, { status, size, before: page.previousCursor })}
          nextHref={page.nextCursor === null ? null : callsHref(PATH, { status, size, after: page.nextCursor })}
          sizes={PAGE_SIZES.map((one) => ({ size: one, href: callsHref(PATH, { status, size: one }), isCurrent: one === size }))}
        />
      </Panel>
    </ClientMessages>
  );
}
