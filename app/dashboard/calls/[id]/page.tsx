import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MissingTask } from "@/components/calls/missing-task";
import { RecordingStatusChip } from "@/components/calls/recording-status-chip";
import { OutcomeFacts } from "@/components/outcomes/outcome-facts";
import { RetryRecording } from "@/components/overview/retry-recording";
import { AttemptHistory } from "@/components/tasks/attempt-history";
import { CallFacts } from "@/components/tasks/call-facts";
import { DeliveryHistory } from "@/components/tasks/delivery-history";
import { LiveTasks } from "@/components/tasks/live-tasks";
import { ButtonLink } from "@/components/ui/button-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { getCall } from "@/lib/calls/get-call";
import { callTitle } from "../../call-title";
import { retryRecordingOfPage } from "../actions";

type CallPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("callTitle") };
}

export default async function CallPage({ params }: CallPageProps) {
  const viewer = await requireViewer();
  const { id } = await params;
  const details = await orNotFound(getCall({ viewer, id }));
  const [t, tTask, tOverview, tOutcome, title] = await Promise.all([
    getTranslations("calls"),
    getTranslations("task"),
    getTranslations("overview"),
    getTranslations("outcome"),
    callTitle(details.call),
  ]);
  const { call, campaign, operator, taskId, attempts, deliveries, outcome } = details;
  const isMissing = call.recordingStatus === "unavailable" || call.recordingStatus === "pending";
  return (
    <ClientMessages namespaces={["overview"]}>
      <PageHeader
        trail={[
          { label: tOverview("title"), href: "/dashboard" },
          { label: t("title"), href: "/dashboard/calls" },
        ]}
        title={title}
        actions={
          <>
            <LiveTasks />
            <RecordingStatusChip status={call.recordingStatus} />
            {taskId !== null && <ButtonLink href={`/dashboard/tasks/${taskId}`}>{t("openTask")}</ButtonLink>}
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {taskId === null && (
            <MissingTask
              call={call}
              timeZone={campaign.timeZone}
              lastAttempt={attempts.at(-1)}
              action={isMissing && canSeeReception(viewer) && <RetryRecording callId={call.id} retry={retryRecordingOfPage} />}
            />
          )}
          {canSeeReception(viewer) && (
            <>
              <Panel title={tTask("attempts")}>
                <AttemptHistory attempts={attempts} timeZone={campaign.timeZone} />
              </Panel>
              <Panel title={tTask("deliveries")}>
                <DeliveryHistory deliveries={deliveries} timeZone={campaign.timeZone} />
              </Panel>
            </>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {outcome && (
            <Panel title={tOutcome("title")}>
              <OutcomeFacts outcome={outcome} />
            </Panel>
          )}
          <Panel title={tTask("call")}>
            <CallFacts call={call} campaign={campaign} operator={operator} task={null} />
          </Panel>
        </div>
      </div>
    </ClientMessages>
  );
}
