import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { AuditorProgressList } from "@/components/assignments/auditor-progress-list";
import { DeleteSample } from "@/components/assignments/delete-sample";
import { DrawPicture } from "@/components/assignments/draw-picture";
import { OverdueChip } from "@/components/assignments/overdue-chip";
import { SampleCalls } from "@/components/assignments/sample-calls";
import { SampleFacts } from "@/components/assignments/sample-facts";
import { VerifySample } from "@/components/assignments/verify-sample";
import { ForwardLinks } from "@/components/data-table/forward-links";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ASSIGNMENT_STATES } from "@/lib/assignments/assignment-state";
import { getSample } from "@/lib/assignments/get-sample";
import { listSampleAuditors } from "@/lib/assignments/list-sample-auditors";
import { listSampleCalls } from "@/lib/assignments/list-sample-calls";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { deleteSampleAction, moveAssignmentAction, verifySampleAction } from "../actions";
import { loadSampleSearchParams, sampleHref } from "../search-params";

type SamplePageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const requestedSample = cache(async (id: string) => {
  const viewer = await requireViewer();
  return { viewer, sample: await orNotFound(getSample({ viewer, id })) };
});

export async function generateMetadata({ params }: SamplePageProps): Promise<Metadata> {
  const { sample } = await requestedSample((await params).id);
  return { title: sample.name };
}

export default async function SamplePage({ params, searchParams }: SamplePageProps) {
  const { id } = await params;
  const { viewer, sample } = await requestedSample(id);
  const { state, after } = await loadSampleSearchParams(searchParams);
  const [calls, auditors, t] = await Promise.all([
    orNotFound(listSampleCalls({ viewer, sampleId: id, state, cursor: after })),
    orNotFound(listSampleAuditors({ viewer, campaignId: sample.campaign.id })),
    getTranslations("assignments"),
  ]);
  const path = `/dashboard/assignments/${id}`;
  const openCount = sample.progress.reduce((sum, one) => sum + one.openCount, 0);
  return (
    <ClientMessages namespaces={["assignments"]}>
      <PageHeader
        title={sample.name}
        besideTitle={sample.isOverdue && <OverdueChip />}
        trail={[{ label: t("title"), href: "/dashboard/assignments" }]}
        actions={openCount > 0 && <DeleteSample name={sample.name} openCount={openCount} remove={deleteSampleAction.bind(null, id)} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel
          title={t("calls.title")}
          actions={
            <ChoiceLinks
              label={t("calls.states")}
              isInPanel
              choices={[null, ...ASSIGNMENT_STATES].map((one) => ({
                label: one === null ? t("calls.all") : t(`states.${one}`),
                href: sampleHref(path, { state: one }),
                isCurrent: one === state,
              }))}
            />
          }
        >
          <SampleCalls
            calls={calls.items}
            timeZone={sample.campaign.timeZone}
            auditors={auditors}
            move={(assignmentId) => moveAssignmentAction.bind(null, assignmentId)}
          />
          <ForwardLinks
            label={t("pages")}
            firstHref={after === null ? null : sampleHref(path, { state })}
            nextHref={calls.nextCursor === null ? null : sampleHref(path, { state, after: calls.nextCursor })}
          />
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("progress.title")} className="[&>ul]:p-4">
            <AuditorProgressList progress={sample.progress} />
          </Panel>
          <Panel title={t("facts.title")}>
            <SampleFacts sample={sample} />
            <VerifySample verify={verifySampleAction.bind(null, id)} />
          </Panel>
          <Panel title={t("picture.title")} className="[&>ul]:p-4">
            <DrawPicture
              operators={sample.operators.map(({ drawnCount, ...operator }) => ({ ...operator, share: drawnCount, ofCount: null }))}
            />
          </Panel>
        </div>
      </div>
    </ClientMessages>
  );
}
