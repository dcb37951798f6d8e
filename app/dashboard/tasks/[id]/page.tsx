import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { AnalysisPanel } from "@/components/analysis/analysis-panel";
import { QueueBar } from "@/components/assignments/queue-bar";
import { HearCall } from "@/components/hearing/hear-call";
import { MeasuresPanel } from "@/components/hearing/measures-panel";
import { TranscriptDownloads } from "@/components/hearing/transcript-downloads";
import { TranscriptionState } from "@/components/hearing/transcription-state";
import { OutcomeFacts } from "@/components/outcomes/outcome-facts";
import { TaskTagsPanel } from "@/components/tags/task-tags-panel";
import { AttemptHistory } from "@/components/tasks/attempt-history";
import { CallFacts } from "@/components/tasks/call-facts";
import { DeliveryHistory } from "@/components/tasks/delivery-history";
import { RecordingPanel } from "@/components/tasks/recording-panel";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TaskStatusChip } from "@/components/ui/status-chip";
import { findOwnTaskAudit } from "@/lib/agents/find-own-task-audit";
import { getAnalysis } from "@/lib/analysis/get-analysis";
import { findQueueEntry } from "@/lib/assignments/find-queue-entry";
import { canAudit } from "@/lib/audits/audit-access";
import { getTaskAuditing } from "@/lib/audits/get-task-auditing";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { PACKS } from "@/lib/speech/packs/pack-list";
import { listTaskTags } from "@/lib/tags/list-task-tags";
import { mayEditTags, mayTagTasks } from "@/lib/tags/tag-access";
import { getTask } from "@/lib/tasks/get-task";
import { canRequestTranscription } from "@/lib/transcription/transcription-access";
import { getTranscript } from "@/lib/transcripts/get-transcript";
import { skipAssignmentAction } from "../../assignments/actions";
import { callTitle } from "../../call-title";
import { OwnAudit } from "../../disputes/own-audit";
import { tagTaskAction, untagTaskAction } from "./actions";
import {
  cancelTranscriptionAction,
  changeSpeakersAction,
  correctSegmentAction,
  requestAnalysisAction,
  requestTranscriptionAction,
} from "./hearing-actions";
import { loadHearingSearchParams } from "./search-params";
import { TaskAuditing } from "./task-auditing";
import { TaskLayout } from "./task-layout";

/** What a sheet says, and its signs. */
const AUDITING = ["auditSheet", "auditStatuses", "machineFindings"] as const;

type TaskPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TaskPage({ params, searchParams }: TaskPageProps) {
  const viewer = await requireViewer();
  const { id } = await params;
  const task = await orNotFound(getTask({ viewer, id }));
  const [{ transcript, transcription }, found, ownAudit, address, entry, tags, tHearing, t, tTasks, tOutcome, auditing] = await Promise.all(
    [
      getTranscript({ viewer, taskId: id }),
      getAnalysis({ viewer, taskId: id }),
      findOwnTaskAudit({ viewer, taskId: id }),
      loadHearingSearchParams(searchParams),
      findQueueEntry({ viewer, taskId: id }),
      listTaskTags({ viewer, taskId: id }),
      getTranslations("hearing"),
      getTranslations("task"),
      getTranslations("tasks"),
      getTranslations("outcome"),
      canAudit(viewer) ? getTaskAuditing({ viewer, taskId: id }) : null,
    ],
  );
  const { campaign, recordings, call } = task;
  const heard = recordings.find(({ id: recordingId, deletedAt }) => recordingId === task.recordingId && deletedAt === null);
  const mayEdit = canRequestTranscription(viewer);
  const audit = auditing && {
    sheet: <TaskAuditing {...{ viewer, auditing, taskId: id, campaignId: campaign.id }} hasPlayer={heard !== undefined} />,
    canBegin: auditing.audit !== null || auditing.hasScorecard,
  };
  return (
    <ClientMessages namespaces={["player", "tags", "hearing", "analysis", "machineWorkFailures", ...AUDITING]}>
      <PageHeader
        trail={[{ label: tTasks("title"), href: "/dashboard/tasks" }]}
        title={await callTitle(task.call)}
        actions={<TaskStatusChip status={task.status} />}
      />
      {/* Once it is done, only those who came from the queue want to go on in it. */}
      {entry && (entry.state === "open" || address.from === "queue") && (
        <ClientMessages namespaces={["nextCall", "queueBar"]}>
          <QueueBar entry={entry} skip={skipAssignmentAction.bind(null, entry.id, id)} />
        </ClientMessages>
      )}
      <TaskLayout
        summary={
          transcript && (
            <AnalysisPanel
              campaignId={campaign.id}
              found={found}
              transcript={transcript}
              tags={tags}
              addTag={mayTagTasks(viewer) ? tagTaskAction.bind(null, id) : null}
              request={mayEdit ? requestAnalysisAction.bind(null, id) : null}
              isAdmin={viewer.role === "admin"}
            />
          )
        }
        call={
          <>
            <Panel title={tHearing("title")} actions={transcript && <TranscriptDownloads taskId={id} />}>
              <TranscriptionState
                campaignId={campaign.id}
                transcription={transcription}
                taskFailure={task.failure}
                hasTranscript={transcript !== null}
                actions={
                  mayEdit ? { request: requestTranscriptionAction.bind(null, id), cancel: cancelTranscriptionAction.bind(null, id) } : null
                }
                modelsHref={viewer.role === "admin" ? "/dashboard/settings/speech" : null}
              />
              {heard && (
                <HearCall
                  key={heard.id}
                  recordingId={heard.id}
                  durationSeconds={heard.durationSeconds}
                  transcript={transcript}
                  speakers={transcript?.speakers ?? []}
                  startAt={address.t}
                  searched={address.q}
                  isAudited={audit !== null}
                  attribution={PACKS.find(({ model }) => model === transcript?.model)?.attribution ?? null}
                  sentiments={found.analysis?.sentiments ?? []}
                  actions={
                    mayEdit ? { correct: correctSegmentAction.bind(null, id), changeSpeakers: changeSpeakersAction.bind(null, id) } : null
                  }
                />
              )}
            </Panel>
            {ownAudit && <OwnAudit viewer={viewer} auditId={ownAudit.auditId} hasPlayer={heard !== undefined} />}
          </>
        }
        more={
          <>
            {recordings.map((recording, index) => (
              <RecordingPanel
                key={recording.id}
                recording={recording}
                isPlayedAbove={recording.id === heard?.id}
                title={recordings.length === 1 ? t("recording") : t("recordingNumber", { number: index + 1 })}
                billableSeconds={call.billableSeconds}
                timeZone={campaign.timeZone}
              />
            ))}
            {canSeeReception(viewer) && (
              <>
                <Panel title={t("attempts")}>
                  <AttemptHistory attempts={task.attempts} timeZone={campaign.timeZone} />
                </Panel>
                <Panel title={t("deliveries")}>
                  <DeliveryHistory deliveries={task.deliveries} timeZone={campaign.timeZone} />
                </Panel>
              </>
            )}
          </>
        }
        facts={
          <>
            <TaskTagsPanel
              tags={tags}
              actions={mayTagTasks(viewer) ? { add: tagTaskAction.bind(null, id), remove: untagTaskAction.bind(null, id) } : null}
              manageHref={mayEditTags(viewer, campaign.id) ? `/dashboard/campaigns/${campaign.id}/tags` : null}
            />
            {transcript && (
              <Panel title={tHearing("measures.title")}>
                <MeasuresPanel measures={transcript.measures} speakers={transcript.speakers} laneReason={transcript.laneReason} />
              </Panel>
            )}
            {task.outcome && (
              <Panel title={tOutcome("title")}>
                <OutcomeFacts outcome={task.outcome} />
              </Panel>
            )}
            <Panel title={t("call")}>
              <CallFacts {...task} task={task} />
            </Panel>
          </>
        }
        audit={audit}
      />
    </ClientMessages>
  );
}
